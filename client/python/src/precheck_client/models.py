"""The types of requests and answers, generated from the contract."""

from precheck_client.generated.models import *  # noqa: F403
