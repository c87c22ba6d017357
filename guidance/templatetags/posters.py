"""Drawings on sheets for a wall."""

from django import template

from guidance.channels.posters import drawings

register = template.Library()
register.simple_tag(drawings.wordmark, name="wordmark")
register.simple_tag(drawings.shape, name="shape")
register.simple_tag(drawings.code, name="square_code")
