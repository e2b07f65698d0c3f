# Standard input to a file, at rate * frame_bytes bytes per second (arguments: out rate frame_bytes): the clock
# that a sound card would be. Ending it is what pulling a USB sound card out is.
import fcntl, os, sys, time

if os.path.isdir(sys.argv[1]):
    sys.exit(1)  # a device that is gone

out, rate, frame_bytes = open(sys.argv[1], "wb", buffering=0), int(sys.argv[2]), int(sys.argv[3])
with open(sys.argv[1] + ".pid", "w") as file:
    file.write(str(os.getpid()))
start, count, shrunk = time.monotonic(), 0, False
while True:
    data = sys.stdin.buffer.raw.read(4096)
    if not data:
        break
    out.write(data)
    count += len(data)
    if not shrunk:
        try:  # F_SETPIPE_SZ: EBUSY while more than that is queued
            fcntl.fcntl(0, 1031, 8192)
            shrunk = True
        except OSError:
            pass
    ahead = start + count / (rate * frame_bytes) - time.monotonic()
    if ahead > 0:
        time.sleep(ahead)
