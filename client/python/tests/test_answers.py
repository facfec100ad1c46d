"""What no server of today answers, but one of tomorrow may, or a proxy in between."""

import pytest
from conftest import RecordedServer

from precheck_client import UNEXPECTED_ANSWER, NoAnswerError, NotEndedError, PrecheckClient, PrecheckError
from precheck_client.models import GetPreCheckResultRequest, PreCheckItemStatus, PreCheckStatus, SubmitPreCheckRequest

BUSY = {"success": False, "code": "SHUTTING_DOWN", "message": "Going down.", "advice": "Try again.", "requestId": "r_2"}


def success(data: object) -> dict:
    return {"success": True, "errorDetail": None, "code": None, "requestId": "r_1", "cost": "1 ms", "data": data}


def result(status: str, item_status: str = "PASSED") -> dict:
    item = {"name": "A check", "status": item_status, "role": "MASTER", "advice": None, "later": 1}
    return success(
        {"projectStatus": status, "progress": 40, "startTime": None, "preCheckResults": [item], "later": {"a": [1]}}
    )


def test_words_and_members_of_a_later_version_are_kept(server: RecordedServer) -> None:
    server.answers(200, result("POSTPONED", "MAYBE"))

    seen = PrecheckClient(server.url).pre_check.get_pre_check_result(GetPreCheckResultRequest(id="t_1")).data

    assert seen.project_status == "POSTPONED"
    assert not seen.project_status.known
    assert seen.start_time is None
    assert seen.later == {"a": [1]}
    assert seen.pre_check_results[0].status not in list(PreCheckItemStatus)
    assert seen.pre_check_results[0].role.known


def test_what_is_not_set_is_not_sent(server: RecordedServer) -> None:
    server.answers(200, success("t_1"))
    plan = SubmitPreCheckRequest(source_endpoint_id="e_1", name=None)

    PrecheckClient(server.url + "/behind/", token="x").pre_check.submit_pre_check(
        plan, idempotency_key="k_1"
    )

    assert server.requests == [("/behind/api/v2/SubmitPreCheck", {"sourceEndpointId": "e_1"})]
    assert server.headers[0]["Authorization"] == "Bearer x"
    assert server.headers[0]["Idempotency-Key"] == "k_1"


@pytest.mark.parametrize("status, body", [(502, "<html>Bad gateway</html>"), (404, "{}"), (200, ""), (200, "[]")])
def test_an_answer_of_somebody_else_is_named_so(server: RecordedServer, status: int, body: str) -> None:
    server.answers(status, body)

    with pytest.raises(PrecheckError, match=f"{server.url}/api/v2/GetPreCheckResult sent an answer") as strange:
        PrecheckClient(server.url).pre_check.get_pre_check_result(GetPreCheckResultRequest(id="t_1"))

    assert strange.value.code == UNEXPECTED_ANSWER
    assert strange.value.http_status == status


def test_a_server_that_is_busy_for_a_moment_is_no_failure(server: RecordedServer) -> None:
    server.answers(200, success("t_1")).answers(503, BUSY).answers(200, result("RUNNING")).answers(
        200, result("FINISHED")
    )

    ended = PrecheckClient(server.url).submit_and_wait(SubmitPreCheckRequest(), limit=30)

    assert ended.project_status is PreCheckStatus.FINISHED
    assert len(server.requests) == 4


def test_the_wait_ends_at_its_limit_and_says_what_it_saw_last(server: RecordedServer) -> None:
    server.answers(200, result("RUNNING"))

    with pytest.raises(NotEndedError, match=r"Precheck t_1 has not ended within 2 s: RUNNING, 40\.0 %\. It goes on"):
        PrecheckClient(server.url).wait("t_1", limit=2)


def test_the_wait_ends_at_its_limit_even_in_the_middle_of_a_request(server: RecordedServer) -> None:
    server.answers_never()

    with pytest.raises(NotEndedError, match="not answered yet"):
        PrecheckClient(server.url).wait("t_1", limit=0.1)


def test_a_refusal_ends_the_wait_at_once(server: RecordedServer) -> None:
    server.answers(200, {**BUSY, "code": "PRECHECK_NOT_FOUND"})

    with pytest.raises(PrecheckError, match="PRECHECK_NOT_FOUND, HTTP 200, request r_2"):
        PrecheckClient(server.url).wait("t_1", limit=30)

    assert len(server.requests) == 1


def test_a_server_that_is_not_there_is_named(server: RecordedServer) -> None:
    server.close()

    with pytest.raises(NoAnswerError, match=f"No answer from {server.url}/api/v2/GetPreCheckResult"):
        PrecheckClient(server.url).pre_check.get_pre_check_result(GetPreCheckResultRequest(id="t_1"))


def test_a_password_in_the_url_is_refused_and_not_repeated() -> None:
    with pytest.raises(ValueError) as refusal:
        PrecheckClient("http://joe:s3cret@localhost")

    assert "s3cret" not in str(refusal.value)
