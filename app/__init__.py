"""JWG Desk: meetings, adopted rules and agreed minutes of joint working groups."""

__version__ = "0.1.0"
