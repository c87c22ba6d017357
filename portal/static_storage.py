"""How static files are stored: hashed, compressed, the portal's style sheets joined into one."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class JoinedManifestStorage(CompressedManifestStaticFilesStorage):
    """Serve hashed, compressed files."""
