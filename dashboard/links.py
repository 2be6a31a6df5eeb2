"""Addresses that may become links: decided in timeline/links.py, for the page as for exports."""

from timeline.links import safe_url

__all__ = ["safe_url"]
