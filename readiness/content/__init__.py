"""YAML to `Questionnaire`, every error with file, line and cure."""

from readiness.content.loading import check, content_root, load_by_id, load_questionnaire

__all__ = ["check", "content_root", "load_by_id", "load_questionnaire"]
