#!/usr/bin/python3
"""A HID identity card reader without a kernel driver, for a child process.

    umockdev-wrapper /usr/bin/python3 tests/hid/hid_reader.py PORT COMMAND [ARG...]

The child sees /dev/hidraw0 with the USB ids of a SAM_V reader (2B8B:2721, protocols 2.1) through the real node-hid.
Output reports go, without their id, to the virtual reader on 127.0.0.1:PORT; what it answers comes back as 64-byte
input reports. The virtual reader must pad its answers to 64 bytes (reportBytes: 64).
"""
import os
import socket
import struct
import subprocess
import sys
import threading

import gi

gi.require_version("UMockdev", "1.0")
from gi.repository import GLib, UMockdev  # noqa: E402

REPORT_BYTES = 64
# Vendor page FF00, 64-byte input and output reports without ids.
DESCRIPTOR = bytes.fromhex("0600ff0901a1010902150026ff00750895408102090395409102c0")
USB = "/devices/pci0000:00/usb1/1-1"
HID = f"{USB}/1-1:1.0/0003:2B8B:2721.0001"
UEVENT = "HID_ID=0003:00002B8B:00002721\nHID_NAME=SAM_V reader\nHID_PHYS=usb-1/input0\nHID_UNIQ=S1\n"

HIDIOCGRDESCSIZE = 1
HIDIOCGRDESC = 2
EINVAL = 22

testbed = UMockdev.Testbed.new()
testbed.add_from_string(f"""P: {USB}
N: bus/usb/001/002
E: DEVTYPE=usb_device
E: SUBSYSTEM=usb
E: BUSNUM=001
E: DEVNUM=002
A: idVendor=2b8b\\n
A: idProduct=2721\\n
A: bcdDevice=0100\\n
A: manufacturer=Virtual\\n
A: product=SAM_V reader\\n
A: serial=S1\\n

P: {USB}/1-1:1.0
E: DEVTYPE=usb_interface
E: SUBSYSTEM=usb
A: bInterfaceNumber=00\\n

P: {HID}
E: SUBSYSTEM=hid
E: HID_ID=0003:00002B8B:00002721
E: HID_NAME=SAM_V reader
E: HID_PHYS=usb-1/input0
E: HID_UNIQ=S1
H: report_descriptor={DESCRIPTOR.hex().upper()}

P: {HID}/hidraw/hidraw0
N: hidraw0
E: DEVNAME=/dev/hidraw0
E: SUBSYSTEM=hidraw
E: MAJOR=240
E: MINOR=0
A: dev=240:0\\n
""")
# hidapi reads these two from sysfs while it enumerates.
testbed.set_attribute_binary(f"/sys{HID}", "report_descriptor", DESCRIPTOR)
testbed.set_attribute(f"/sys{HID}", "uevent", f"DRIVER=hid-generic\n{UEVENT}MODALIAS=hid:b0003g0001v00002B8Bp00002721\n")

module = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
module.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class Handler(UMockdev.IoctlBase):
    def do_handle_ioctl(self, client):
        number = client.get_request() & 0xFF
        if number == HIDIOCGRDESCSIZE:
            client.get_arg().resolve(0, 4).update(0, struct.pack("<i", len(DESCRIPTOR)))
        elif number == HIDIOCGRDESC:
            client.get_arg().resolve(0, 4100).update(0, struct.pack("<I", len(DESCRIPTOR)) + DESCRIPTOR)
        else:
            client.complete(-1, EINVAL)
            return True
        client.complete(0, 0)
        return True

    def do_handle_read(self, client):
        return False

    def do_handle_write(self, client):
        report = bytes(client.get_arg().retrieve())
        client.complete(len(report), 0)
        # The real reader takes exactly one id byte and 64 bytes; anything else is the driver's mistake.
        if len(report) == 1 + REPORT_BYTES and report[0] == 0:
            module.sendall(report[1:])
        return True


def deliver_input_reports():
    pending = b""
    while chunk := module.recv(4096):
        pending += chunk
        while len(pending) >= REPORT_BYTES:
            os.write(testbed.get_dev_fd("/dev/hidraw0"), pending[:REPORT_BYTES])
            pending = pending[REPORT_BYTES:]


testbed.attach_ioctl("/dev/hidraw0", Handler())
threading.Thread(target=deliver_input_reports, daemon=True).start()
loop = GLib.MainLoop()
child = subprocess.Popen(sys.argv[2:], env=dict(os.environ, UMOCKDEV_DIR=testbed.get_root_dir()))
threading.Thread(target=lambda: (child.wait(), GLib.idle_add(loop.quit)), daemon=True).start()
loop.run()
sys.exit(child.returncode)
