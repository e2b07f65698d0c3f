#!/bin/sh
# The first program of the machine: runs the pads' tests on a kernel of its own.
export PATH=/bin HOME=/tmp RIGS_KERNEL_PADS=1 RUST_BACKTRACE=0
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
mount -t tmpfs tmp /tmp
mount -t tmpfs run /run
echo "machine: kernel $(uname -r), without input devices"
/pads no_subsystem && quiet=passed
for module in evdev uinput; do insmod /modules/$module.ko || exit 1; done
/lib/udev/systemd-udevd --daemon
udevadm trigger --action=add --subsystem-match=input --subsystem-match=misc
udevadm settle --timeout=30
echo "machine: with input devices"
/pads buttons sticks dead_zone triggers hat coming_and_going there_before_the_context contexts_are_independent \
    rumble no_rumble wired leaves_nothing_behind threads && devices=passed
[ "$quiet" = passed ] && [ "$devices" = passed ] && echo "machine: all passed"
poweroff -f
