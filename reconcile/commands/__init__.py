"""Commands that would make ``reconcile.cli`` long, by what they are about."""
