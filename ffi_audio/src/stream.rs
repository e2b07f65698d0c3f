//! Music: decoded from its file little by little while it plays, on a thread of its own.

use crate::{
    block::MAX_SPEED,
    block_decoder::{BlockDecoder, Result},
    crossfade,
    error::DecodeError,
    region::{Looping, Region},
    supervise::{LOOK, Watch, spawn},
    work::Work,
};
use ffi_core::{Locked, memory};
use rtrb::{Consumer, Producer, RingBuffer};
use std::{
    ops::DerefMut,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering, fence},
    },
    thread::{JoinHandle, Thread, park},
    time::Duration,
};

/// Sound that is decoded ahead, in seconds.
const AHEAD: f64 = 1.0;
/// In so many calls of [`Stream::tend`] its decoder is looked at once.
const LOOKS_APART: u64 = 5;
/// Time that whoever drops a stream waits for its thread.
const FAREWELL: Duration = Duration::from_secs(1);

/// Result of a read.
pub enum Read {
    /// Frames were appended.
    Frames,
    /// Nothing is ready yet; the decoder is late.
    Late,
    /// The music is over.
    Ended,
}

/// The frames that are ready from a seek on, in the hands of who plays them.
pub struct Ready {
    samples: Consumer<f32>,
    /// Which seek it was; the beginning is the first.
    epoch: u64,
    /// The number of its first frame.
    pub from: u64,
}

/// The mixing thread takes what is fresh and leaves what it had, for it must not free anything.
#[derive(Default)]
pub struct Latest {
    fresh: Option<Ready>,
    spent: Option<Ready>,
}

impl Latest {
    /// Changes over to where the last seek went.
    pub fn follow(&mut self, ready: &mut Option<Ready>) {
        if let Some(fresh) = self.fresh.take() {
            self.spent = ready.replace(fresh);
        }
    }
}

/// What is known of a sound once it is open.
struct Opened {
    rate: u32,
    channels: usize,
    /// The length that the file states, and whether that is an estimate.
    stated: Option<u64>,
    is_estimate: bool,
    /// What is repeated of it.
    looped: Option<Region>,
}

/// Orders to the decoder's thread, and its answers.
#[derive(Default)]
struct Orders {
    /// Once the first second is there; taken by who asked.
    opened: Option<Result<Opened>>,
    /// Number of seeks that were asked for, and of those that are done.
    asked: u64,
    done: u64,
    seek: Option<u64>,
    /// Why the last seek failed.
    failed: Option<DecodeError>,
    finished: bool,
}

/// State that the thread and its stream share.
struct Shared {
    work: Arc<Work>,
    orders: Mutex<Orders>,
    changed: Condvar,
    /// Number of threads that wait for a change.
    waiting: AtomicUsize,
    latest: Locked<Latest>,
    seek_epoch: AtomicU64,
    /// The length of a whole pass, once it was counted; 0 before.
    length: AtomicU64,
    /// True once nobody wants more of it.
    closed: AtomicBool,
    /// True while the thread has nothing to do.
    idle: AtomicBool,
    /// Why it ended before its end.
    error: Locked<Option<String>>,
}

impl Shared {
    fn orders(&self) -> MutexGuard<'_, Orders> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes whoever waits for a change.
    fn publish(&self) {
        fence(Ordering::SeqCst);
        if self.waiting.load(Ordering::SeqCst) > 0 {
            drop(self.orders());
            self.changed.notify_all();
        }
    }

    /// Waits until `take` finds what it looks for, as long as the decoder comes on.
    fn wait<T>(&self, mut take: impl FnMut(&mut Orders) -> Option<T>) -> Result<T> {
        let mut watch = Watch::new(&self.work);
        self.waiting.fetch_add(1, Ordering::SeqCst);
        fence(Ordering::SeqCst);
        let mut orders = self.orders();
        let result = loop {
            if let Some(found) = take(&mut orders) {
                break Ok(found);
            }
            if self.closed.load(Ordering::SeqCst) {
                break Err(DecodeError::Stopped);
            }
            if orders.finished || self.work.is_cancelled() {
                break Err(DecodeError::Stopped);
            }
            let (held, timeout) =
                self.changed.wait_timeout(orders, LOOK).unwrap_or_else(PoisonError::into_inner);
            orders = held;
            if timeout.timed_out()
                && let Err(error) = watch.look(&self.work)
            {
                break Err(error);
            }
        };
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        result
    }

    fn fail(&self, error: &DecodeError) {
        if !matches!(error, DecodeError::Stopped) {
            self.error.lock().get_or_insert_with(|| error.to_string());
        }
    }
}

/// A file being played. A seek begins a queue of its own, so that the mixing thread waits for nobody and a seek is
/// heard at once, with its first second decoded.
pub struct Stream {
    shared: Arc<Shared>,
    thread: Thread,
    joining: Locked<Option<JoinHandle<()>>>,
    channels: usize,
    rate: u32,
    stated: Option<u64>,
    is_estimate: bool,
    looped: Option<Region>,
    /// The length that somebody counted without decoding; 0 before.
    exact: AtomicU64,
    /// The file's path, where it has one.
    path: Option<String>,
    /// Watches the decoder while nobody waits for it.
    watch: Locked<Watch>,
    tended: AtomicU64,
}

impl Stream {
    /// Music from the beginning, with its first second decoded. `open` runs on the music's own thread.
    pub fn open<D: BlockDecoder + 'static>(
        work: Arc<Work>,
        looping: Looping,
        open: impl FnOnce() -> Result<D> + Send + 'static,
    ) -> Result<Self> {
        let shared = Arc::new(Shared {
            work,
            orders: Mutex::default(),
            changed: Condvar::new(),
            waiting: AtomicUsize::new(0),
            latest: Locked::default(),
            seek_epoch: AtomicU64::new(0),
            length: AtomicU64::new(0),
            closed: AtomicBool::new(false),
            idle: AtomicBool::new(false),
            error: Locked::default(),
        });
        let own = shared.clone();
        let handle = spawn(move || run(&own, looping, open))?;
        let thread = handle.thread().clone();
        let watch = Locked::new(Watch::new(&shared.work));
        let mut stream = Self {
            shared,
            thread,
            joining: Locked::new(Some(handle)),
            channels: 1,
            rate: 1,
            stated: None,
            is_estimate: false,
            looped: None,
            exact: AtomicU64::new(0),
            path: None,
            watch,
            tended: AtomicU64::new(0),
        };
        let opened = stream.shared.wait(|orders| orders.opened.take())??;
        (stream.rate, stream.channels, stream.looped) = (opened.rate, opened.channels, opened.looped);
        (stream.stated, stream.is_estimate) = (opened.stated, opened.is_estimate);
        Ok(stream)
    }

    /// Samples per frame.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// Frames per second.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// What is repeated of it.
    pub fn looped(&self) -> Option<Region> {
        self.looped
    }

    /// Length in frames: what was counted, or what the file states.
    pub fn frames(&self) -> Option<u64> {
        let exact = Some(self.exact.load(Ordering::Relaxed)).filter(|&frames| frames > 0);
        self.counted().or(exact).or(self.stated)
    }

    /// Length in frames, once it was decoded to its end.
    pub fn counted(&self) -> Option<u64> {
        Some(self.shared.length.load(Ordering::Relaxed)).filter(|&frames| frames > 0)
    }

    /// True where the length is not known and what the file states can be far off.
    pub fn wants_count(&self) -> bool {
        self.is_estimate && self.counted().is_none() && self.exact.load(Ordering::Relaxed) == 0
    }

    /// Remembers the length that somebody counted.
    pub fn set_exact(&self, frames: u64) {
        self.exact.store(frames, Ordering::Relaxed);
    }

    /// The path of its file.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// With the path of its file.
    pub fn with_path(self, path: &str) -> Self {
        let mut stream = self;
        stream.path = Some(path.to_owned());
        stream
    }

    /// Why it ended before its end; empty where it did not.
    pub fn error(&self) -> String {
        self.shared.error.lock().clone().unwrap_or_default()
    }

    /// Has its thread decode on where there is room, and gives up a decoder that does not come on. To be called now
    /// and then while a device plays it.
    pub fn tend(&self) {
        self.thread.unpark();
        if !self.tended.fetch_add(1, Ordering::Relaxed).is_multiple_of(LOOKS_APART) {
            return;
        }
        let mut watch = self.watch.lock();
        if self.shared.idle.load(Ordering::Relaxed) || self.shared.work.is_cancelled() {
            *watch = Watch::new(&self.shared.work);
        } else if let Err(error) = watch.look(&self.shared.work) {
            self.shared.fail(&error);
            self.shared.publish();
        }
    }

    /// Outcome of the last seek; None where that was followed, or where the seek is just being made: until the next
    /// time the music goes on where it was.
    pub fn news(&self) -> Option<impl DerefMut<Target = Latest> + '_> {
        self.shared.latest.try_lock().filter(|latest| latest.fresh.is_some())
    }

    /// True where a seek waits to be followed.
    pub fn has_news(&self, ready: &Option<Ready>) -> bool {
        let epoch = self.shared.seek_epoch.load(Ordering::Acquire);
        ready.as_ref().is_none_or(|ready| ready.epoch != epoch)
    }

    /// Moves up to `frames` frames to the end of `out`. With `wait` it waits for those that are not decoded yet.
    pub fn read(&self, ready: &mut Ready, frames: usize, out: &mut Vec<f32>, wait: bool) -> Read {
        let wanted = (frames * self.channels).min(ready.samples.buffer().capacity());
        let epoch = ready.epoch;
        let is_over = |samples: &Consumer<f32>| {
            self.shared.work.is_cancelled()
                || samples.is_abandoned() && epoch == self.shared.seek_epoch.load(Ordering::Acquire)
        };
        if wait {
            if ready.samples.slots() <= ready.samples.buffer().capacity() / 2 {
                self.thread.unpark();
            }
            if ready.samples.slots() < wanted && !ready.samples.is_abandoned() {
                self.thread.unpark();
                let samples = &ready.samples;
                let waited =
                    self.shared.wait(|_| (samples.slots() >= wanted || samples.is_abandoned()).then_some(()));
                if let Err(error) = waited {
                    self.shared.fail(&error);
                }
            }
        }
        // In this order: nothing comes after the end, and a seek is told before it ends what was before.
        let over = is_over(&ready.samples);
        let there = ready.samples.slots() / self.channels * self.channels;
        let Ok(chunk) = ready.samples.read_chunk(there.min(wanted)) else { return Read::Late };
        if chunk.is_empty() {
            return if over { Read::Ended } else { Read::Late };
        }
        let (first, second) = chunk.as_slices();
        out.extend_from_slice(first);
        out.extend_from_slice(second);
        chunk.commit_all();
        Read::Frames
    }

    /// Goes on from this frame. Until its first second is decoded the music goes on where it was.
    pub fn seek(&self, frame: u64) -> Result<()> {
        let mine = {
            let mut orders = self.shared.orders();
            if orders.finished || self.shared.work.is_cancelled() {
                return Err(DecodeError::Stopped);
            }
            orders.asked += 1;
            orders.seek = Some(frame);
            orders.asked
        };
        self.thread.unpark();
        let done = self.shared.wait(|orders| (orders.done >= mine).then(|| orders.failed.take()));
        match done {
            Ok(None) => Ok(()),
            Ok(Some(error)) => Err(error),
            Err(error) => {
                self.shared.fail(&error);
                Err(error)
            }
        }
    }

    /// Nobody wants more of it: whoever waits for it goes on, and its thread ends and lets go of its file. Waits for
    /// that but for a decoder that hangs.
    pub fn close(&self) {
        let was_closed = self.shared.closed.swap(true, Ordering::SeqCst);
        self.shared.work.cancel();
        drop(self.shared.orders());
        self.shared.changed.notify_all();
        self.thread.unpark();
        if !was_closed {
            self.wait_for_end();
        }
    }

    /// True once its thread is at its end, a while later at most.
    fn wait_for_end(&self) -> bool {
        let orders = self.shared.orders();
        let (orders, _) = self
            .shared
            .changed
            .wait_timeout_while(orders, FAREWELL, |orders| !orders.finished)
            .unwrap_or_else(PoisonError::into_inner);
        orders.finished
    }
}

impl Drop for Stream {
    /// Waits for the thread but for one that hangs, which ends when its decoder lets it.
    fn drop(&mut self) {
        self.close();
        if self.shared.orders().finished
            && let Some(thread) = self.joining.lock().take()
        {
            let _ = thread.join();
        }
    }
}

/// Says that the thread is at its end, however it comes there.
struct Finish<'a>(&'a Shared);

impl Drop for Finish<'_> {
    fn drop(&mut self) {
        self.0.orders().finished = true;
        self.0.changed.notify_all();
    }
}

fn run<D: BlockDecoder>(shared: &Shared, looping: Looping, open: impl FnOnce() -> Result<D>) {
    let _finish = Finish(shared);
    let fail = |error| {
        shared.orders().opened = Some(Err(error));
        shared.changed.notify_all();
    };
    let decoder = match open() {
        Ok(decoder) => decoder,
        Err(error) => return fail(error),
    };
    let opened = Opened {
        rate: decoder.rate(),
        channels: decoder.channels(),
        stated: decoder.frames(),
        is_estimate: decoder.is_estimate(),
        looped: looping.region(decoder.rate(), decoder.looped()),
    };
    let mut feeder = Feeder {
        capacity: (AHEAD * f64::from(opened.rate)) as usize * opened.channels,
        shared,
        decoder,
        looped: opened.looped,
        wraps: false,
        since: 0,
        after_seek: false,
        from: None,
        ready: None,
        block: vec![],
        taken: 0,
        pass: (opened.looped == Some(Region::WHOLE)).then(Vec::new),
        replayed: None,
    };
    if let Err(error) = feeder.check_room() {
        return fail(error);
    }
    feeder.begin_epoch(Some(0));
    shared.orders().opened = Some(Ok(opened));
    shared.changed.notify_all();
    while !shared.closed.load(Ordering::SeqCst) {
        let seek = {
            let mut orders = shared.orders();
            orders.seek.take().map(|frame| (frame, orders.asked))
        };
        if let Some((frame, ticket)) = seek {
            let result = feeder.seek(frame);
            let mut orders = shared.orders();
            (orders.done, orders.failed) = (ticket, result.err());
            drop(orders);
            shared.changed.notify_all();
        } else if !feeder.push() {
            shared.idle.store(true, Ordering::Relaxed);
            park();
            shared.idle.store(false, Ordering::Relaxed);
        }
    }
}

/// State of the decoder's thread.
struct Feeder<'a, D> {
    shared: &'a Shared,
    decoder: D,
    looped: Option<Region>,
    /// True where the end of what is repeated was reached.
    wraps: bool,
    /// Samples that are decoded ahead.
    capacity: usize,
    /// Frames since the beginning or the last seek: a loop without any would never end.
    since: u64,
    after_seek: bool,
    /// The number of the first frame since the last seek.
    from: Option<u64>,
    /// Ring that frames go into; None once the music is over.
    ready: Option<Producer<f32>>,
    /// The block decoded last, and how much of it has gone there.
    block: Vec<f32>,
    taken: usize,
    /// The first pass of a loop from its first frame on, while it may turn out to be short.
    pass: Option<Vec<f32>>,
    /// That pass, once it was whole, and where it goes on from: decoding a short file over and over takes long.
    replayed: Option<(Vec<f32>, usize)>,
}

impl<D: BlockDecoder> Feeder<'_, D> {
    /// Pushes what there is room for; false where there is nothing to do.
    fn push(&mut self) -> bool {
        let Some(ready) = &mut self.ready else { return false };
        let (pushed, left) = ready.push_partial_slice(&self.block[self.taken..]);
        let count = pushed.len();
        self.taken += count;
        self.shared.work.step();
        if !left.is_empty() || ready.slots() == 0 {
            self.shared.publish();
            return false;
        }
        if count > 0 {
            self.shared.publish();
        }
        if !self.decode() {
            self.ready = None;
            self.shared.publish();
        }
        true
    }

    /// One block more; false at the end.
    fn decode(&mut self) -> bool {
        loop {
            self.block.clear();
            self.taken = 0;
            if self.replay() {
                return true;
            }
            if std::mem::take(&mut self.wraps) && !self.begin_anew() {
                return false;
            }
            let found = self.decoder.next_block(&mut self.block);
            if let Err(error) = &found {
                self.shared.fail(error);
            }
            if found.unwrap_or(false) {
                let decoded = (self.block.len() / self.decoder.channels()) as u64;
                let first = self.decoder.position().saturating_sub(decoded);
                let frames =
                    self.looped.map_or(decoded, |region| decoded.min(region.to.saturating_sub(first)));
                if frames < decoded || self.looped.is_some_and(|region| first + frames == region.to) {
                    self.block.truncate(frames as usize * self.decoder.channels());
                    self.wraps = true;
                }
                self.since += frames;
                if self.wraps && self.since == 0 && !self.after_seek {
                    return false;
                }
                if frames == 0 {
                    continue;
                }
                self.from.get_or_insert(first);
                self.keep();
                return true;
            }
            if self.since > 0 {
                self.shared.length.store(self.decoder.position(), Ordering::Relaxed);
            }
            let may_begin_anew = self.looped.is_some() && (self.since > 0 || self.after_seek);
            if !may_begin_anew || self.shared.work.is_cancelled() {
                return false;
            }
            if let Some(pass) = self.pass.take().filter(|pass| !pass.is_empty()) {
                self.replayed = Some((pass, 0));
                continue;
            }
            if !self.begin_anew() {
                return false;
            }
        }
    }

    /// Goes back to where a loop begins; false where there is no way.
    fn begin_anew(&mut self) -> bool {
        let Some(region) = self.looped else { return false };
        (self.since, self.after_seek) = (0, false);
        self.pass = (region == Region::WHOLE).then(Vec::new);
        self.decoder.seek(region.from).is_ok()
    }

    /// Keeps the first pass of a loop, up to a second of it.
    fn keep(&mut self) {
        if let Some(pass) = &mut self.pass {
            let is_long = pass.len() + self.block.len() > self.capacity;
            if is_long || memory::reserve(pass, self.block.len()).is_err() {
                self.pass = None;
            } else {
                pass.extend_from_slice(&self.block);
            }
        }
    }

    /// The kept pass once more, up to a tenth of a second at a time.
    fn replay(&mut self) -> bool {
        let Some((pass, at)) = &mut self.replayed else { return false };
        let wanted = (self.capacity / 10).max(self.decoder.channels());
        self.from.get_or_insert((*at / self.decoder.channels()) as u64);
        while self.block.len() < wanted {
            let count = (pass.len() - *at).min(wanted - self.block.len());
            self.block.extend_from_slice(&pass[*at..*at + count]);
            *at = (*at + count) % pass.len();
        }
        true
    }

    fn seek(&mut self, frame: u64) -> Result<()> {
        self.check_room()?;
        let channels = self.decoder.channels();
        self.fill_crossfade();
        if let Some((pass, at)) = &mut self.replayed {
            let frames = pass.len() / channels;
            *at = usize::try_from(frame).map_or(0, |frame| if frame < frames { frame * channels } else { 0 });
        } else {
            self.pass = (frame == 0 && self.looped == Some(Region::WHOLE)).then(Vec::new);
            let beyond = self.looped.filter(|region| frame >= region.to);
            self.decoder.seek(beyond.map_or(frame, |region| region.from))?;
            self.wraps = false;
        }
        self.begin_epoch(None);
        Ok(())
    }

    /// Fails where there is no memory for a queue, with a pass to be kept and what that takes while it grows.
    fn check_room(&self) -> Result<()> {
        let bytes = self.capacity.saturating_mul(4 * size_of::<f32>());
        memory::room_for(bytes).map_err(|_| DecodeError::OutOfMemory)
    }

    /// Whoever plays it fades out with what comes before the jump: so much of it is decoded, however fast it plays.
    fn fill_crossfade(&mut self) {
        let wanted = (MAX_SPEED * crossfade::frames_of(self.decoder.rate()) as f64) as usize;
        let wanted = 2 * wanted * self.decoder.channels();
        loop {
            let there = self.ready.as_ref().map(|ready| self.capacity - ready.slots());
            if there.is_none_or(|there| there >= wanted) || !self.push() {
                return;
            }
        }
    }

    /// Begins a queue, fills it and hands it over.
    fn begin_epoch(&mut self, from: Option<u64>) {
        let (ready, samples) = RingBuffer::new(self.capacity);
        (self.since, self.after_seek, self.from) = (0, from.is_none(), None);
        self.block.clear();
        self.taken = 0;
        let before = self.ready.replace(ready);
        while !self.shared.closed.load(Ordering::SeqCst) {
            if !self.push() {
                break;
            }
        }
        let from = from.or(self.from).unwrap_or_else(|| self.decoder.position());
        let mut latest = self.shared.latest.lock();
        let epoch = self.shared.seek_epoch.load(Ordering::Relaxed) + 1;
        let fresh = Latest { fresh: Some(Ready { samples, epoch, from }), spent: None };
        let spent = std::mem::replace(&mut *latest, fresh);
        self.shared.seek_epoch.store(epoch, Ordering::Release);
        drop(latest);
        // Only now, for without it what is being played seems to be over.
        drop((before, spent));
    }
}
