"""YAML to `Questionnaire`, every error with file, line and cure."""

from readiness.content.loading import (
    check,
    check_all,
    content_root,
    load_by_id,
    load_questionnaire,
)

__all__ = ["check", "check_all", "content_root", "load_by_id", "load_questionnaire"]
