//! A file descriptor that is readable while there is something to take: for hosts of one thread, which wait for all
//! they have in one `poll`, `select` or `epoll`.

#[cfg(unix)]
pub use imp::Wakeup;

#[cfg(unix)]
mod imp {
    use crate::fork::{self, Forks, Held};
    use std::{
        fs::File,
        io::{self, Read, Write},
        mem::ManuallyDrop,
        os::fd::{AsRawFd, RawFd},
        sync::{Mutex, MutexGuard},
    };

    /// Readable while it is set. Neither inherited by programs nor by a child of `fork`, where it is closed.
    #[derive(Debug)]
    pub struct Wakeup {
        // Not closed in a child a second time, where its numbers may be others' by then.
        read: ManuallyDrop<File>,
        write: ManuallyDrop<File>,
        process: u32,
    }

    impl Wakeup {
        /// A new one, not set.
        pub fn new() -> io::Result<Self> {
            fork::register(&OPEN);
            let mut open = OPEN.lock();
            let (read, write) = pair()?;
            open.extend([read.as_raw_fd(), write.as_raw_fd()]);
            let process = fork::generation();
            Ok(Self { read: ManuallyDrop::new(read), write: ManuallyDrop::new(write), process })
        }

        /// The descriptor that the host polls for being readable, and does not read or close.
        pub fn fd(&self) -> RawFd {
            self.read.as_raw_fd()
        }

        /// Makes it readable, or not.
        pub fn tell(&self, is_set: bool) {
            if is_set { self.set() } else { self.clear() }
        }

        /// Makes it readable.
        pub fn set(&self) {
            // Full is set too.
            let _ = (&*self.write).write(&1u64.to_ne_bytes());
        }

        /// Makes it not readable.
        pub fn clear(&self) {
            let mut some = [0; 64];
            while (&*self.read).read(&mut some).is_ok_and(|count| count == some.len()) {}
        }
    }

    impl Drop for Wakeup {
        fn drop(&mut self) {
            let mut open = OPEN.lock();
            if self.process != fork::generation() {
                return;
            }
            let own = [self.read.as_raw_fd(), self.write.as_raw_fd()];
            open.retain(|fd| !own.contains(fd));
            // SAFETY: dropped once, here.
            unsafe {
                ManuallyDrop::drop(&mut self.read);
                ManuallyDrop::drop(&mut self.write);
            }
        }
    }

    #[cfg(any(target_os = "linux", target_os = "android"))]
    fn pair() -> io::Result<(File, File)> {
        use std::os::fd::FromRawFd;
        // SAFETY: it takes two numbers.
        let fd = unsafe { libc::eventfd(0, libc::EFD_NONBLOCK | libc::EFD_CLOEXEC) };
        if fd < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: a new descriptor that nobody else has.
        let read = unsafe { File::from_raw_fd(fd) };
        let write = read.try_clone()?;
        Ok((read, write))
    }

    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    fn pair() -> io::Result<(File, File)> {
        let (read, write) = io::pipe()?;
        for fd in [read.as_raw_fd(), write.as_raw_fd()] {
            // SAFETY: an open descriptor, and flags that it takes.
            if unsafe { libc::fcntl(fd, libc::F_SETFL, libc::O_NONBLOCK) } < 0 {
                return Err(io::Error::last_os_error());
            }
        }
        Ok((std::os::fd::OwnedFd::from(read).into(), std::os::fd::OwnedFd::from(write).into()))
    }

    static OPEN: Open = Open(Mutex::new(Vec::new()));

    /// All there are in this process.
    struct Open(Mutex<Vec<RawFd>>);

    impl Open {
        fn lock(&self) -> MutexGuard<'_, Vec<RawFd>> {
            fork::lock(&self.0)
        }
    }

    impl Forks for Open {
        fn hold(&'static self) -> Box<dyn Held> {
            Box::new(self.lock())
        }
    }

    impl Held for MutexGuard<'static, Vec<RawFd>> {
        fn in_child(&mut self, _used: &[*mut ()]) -> usize {
            for fd in self.drain(..) {
                // SAFETY: open until now, and nobody in the child closes it again.
                unsafe { libc::close(fd) };
            }
            0
        }
    }
}

#[cfg(all(test, unix))]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn is_readable(fd: i32) -> bool {
        let mut poll = libc::pollfd { fd, events: libc::POLLIN, revents: 0 };
        // SAFETY: one descriptor.
        unsafe { libc::poll(&mut poll, 1, 0) == 1 && poll.revents == libc::POLLIN }
    }

    #[test]
    fn readable_while_set() {
        let wakeup = Wakeup::new().unwrap();
        assert!(!is_readable(wakeup.fd()));
        (0..1000).for_each(|_| wakeup.set());
        assert!(is_readable(wakeup.fd()));
        wakeup.clear();
        assert!(!is_readable(wakeup.fd()));
        wakeup.clear();
        wakeup.set();
        assert!(is_readable(wakeup.fd()));
    }
}
