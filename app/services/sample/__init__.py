"""The sample workspace, built by the ordinary verbs from the data files that come with JWG Desk."""

from app.services.sample.building import build

__all__ = ["build"]
