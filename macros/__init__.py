"""The outreach site's own package; pages find their macros through define_env."""

TYPE_CHECKING = False  # for mypy; 'typing' is not yet loaded here, and takes its time
if TYPE_CHECKING:
    from .faces.environment import define_env

__all__ = ["define_env"]


def __getattr__(name: str) -> object:
    """Return define_env, loaded only when asked for, so that Ctrl-C finds a command ready from its start."""
    if name != "define_env":
        raise AttributeError(f"module 'macros' has no attribute '{name}'")
    from .faces.environment import define_env

    return define_env
