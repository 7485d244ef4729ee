"""Keys for records: UUIDs of version 7, which sort in the order in which they were made."""

import secrets
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """Return a fresh UUIDv7 (RFC 9562 §5.7), later than every one made before in this process."""
    global _last
    with _lock:
        # 12 bits below the millisecond keep the order of records made within one.
        _last = max(_last + 1, (time.time_ns() << 12) // 1_000_000)
        milliseconds, fraction = _last >> 12, _last & 0xFFF
    value = milliseconds << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=value)
