"""Why a camera cannot be opened, or gives nothing any more. OpenCV says only that it did not work, so the system is asked after it.

1. Linux: the camera's device is opened and asked what it is and whether somebody streams from it. To whoever does that changes
   nothing: to ask for no buffers at all is refused while another has some, and is nothing otherwise.
2. Windows and macOS: the system's privacy setting is read. Where that allows it and the system lists the camera, another
   program has it.
3. Nothing here waits, and nothing here fails: what cannot be found out is a camera that is not there.
"""

from __future__ import annotations

import errno
import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path

from validator.errors import CameraBusy, CameraDenied, CameraLost, CameraMissing, CameraSilent
from validator.scan.known import KnownCamera, known_cameras

_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})

# From Linux' videodev2.h: the requests, and the fields of their structures that matter here.
_QUERY_CAPABILITIES, _REQUEST_BUFFERS = 0x80685600, 0xC0145608
_CAPABILITIES = struct.Struct("=84xII12x")
_BUFFERS = struct.Struct("=IIIII")
_CAN_CAPTURE, _SAYS_OF_DEVICE = 0x1, 0x80000000
_CAPTURE, _MAPPED = 1, 1

_CONSENT = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam"
CONSENTS = (
    ("HKEY_LOCAL_MACHINE", _CONSENT),
    ("HKEY_CURRENT_USER", _CONSENT),
    ("HKEY_CURRENT_USER", rf"{_CONSENT}\NonPackaged"),
)
"""Where Windows keeps who may use cameras: the machine, the user, the user's ordinary programs."""
DENIED = "Deny"


def why(index: int) -> CameraMissing | CameraSilent:
    """What to say of the camera of this number, which OpenCV cannot open or get pictures from."""
    if sys.platform != "linux":
        return why_listed(index, known_cameras(), forbidden=_is_forbidden())
    return why_node(Path(f"/dev/video{index}"))


def lost(index: int) -> CameraMissing | CameraLost:
    """What to say of it when it was in use and gives nothing any more: a camera that is gone now was pulled out."""
    reason = why(index)
    return CameraLost("the camera went away") if type(reason) is CameraMissing else reason


def why_node(node: Path) -> CameraMissing | CameraSilent:
    """What Linux says of a device."""
    try:
        device = os.open(node, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError as error:
        return meaning(error)
    try:
        return _why_open(device)
    except OSError as error:
        return meaning(error)
    finally:
        os.close(device)


def meaning(error: OSError) -> CameraMissing:
    """What an answer of the system means for the camera."""
    if error.errno == errno.EBUSY:
        return CameraBusy("another program has the camera")
    if error.errno in _FORBIDDEN:
        return CameraDenied("the system does not allow the camera")
    return CameraMissing("there is no such camera")


def why_listed(index: int, among: tuple[KnownCamera, ...], *, forbidden: bool) -> CameraMissing:
    """What a list of cameras and the privacy setting say."""
    if forbidden:
        return CameraDenied("the system's privacy setting does not allow the camera")
    if any(camera.index == index and camera.name for camera in among):
        return CameraBusy("the camera is there and cannot be opened")
    return CameraMissing("there is no such camera")


def forbidden_by_windows(read: Callable[[str, str], str | None]) -> bool:
    """Whether one of Windows' settings forbids cameras.

    Args:
        read: gives the value under a root and a key of the registry, or None.
    """
    return any(read(root, key) == DENIED for root, key in CONSENTS)


def _why_open(device: int) -> CameraMissing | CameraSilent:
    from fcntl import ioctl  # noqa: PLC0415  (not on Windows)

    said = bytearray(_CAPABILITIES.size)
    ioctl(device, _QUERY_CAPABILITIES, said)
    whole, of_device = _CAPABILITIES.unpack(said)
    if not (of_device if whole & _SAYS_OF_DEVICE else whole) & _CAN_CAPTURE:
        return CameraMissing("the device is no camera")
    try:
        ioctl(device, _REQUEST_BUFFERS, bytearray(_BUFFERS.pack(0, _CAPTURE, _MAPPED, 0, 0)))
    except OSError as error:
        if error.errno == errno.EBUSY:
            raise
    return CameraSilent("the camera is there and gives no picture")


def _is_forbidden() -> bool:
    if sys.platform == "win32":
        return forbidden_by_windows(_registry)
    if sys.platform == "darwin":
        try:
            import AVFoundation  # noqa: PLC0415
        except ImportError:
            return False
        said = AVFoundation.AVCaptureDevice.authorizationStatusForMediaType_(AVFoundation.AVMediaTypeVideo)
        return said in (1, 2)  # restricted, denied
    return False


def _registry(root: str, key: str) -> str | None:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415

        try:
            with winreg.OpenKey(getattr(winreg, root), key) as opened:
                return str(winreg.QueryValueEx(opened, "Value")[0])
        except OSError:
            return None
    return None
