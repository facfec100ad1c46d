"""The whole way, against the server at PRECHECK_URL."""

import os
import uuid

import pytest

from precheck_client import PrecheckClient, PrecheckError
from precheck_client.models import (
    CreateDataSourceRequest,
    DeleteDataSourceRequest,
    EngineType,
    GetPreCheckResultRequest,
    ListPreCheckFindingsRequest,
    PreCheckItemStatus,
    PreCheckStatus,
    SubmitPreCheckRequest,
    TransferDatabase,
    TransferMapping,
    TransferMode,
    TransferTable,
)

# A stub knows every id, unless it is told otherwise, and names that of its example; the server does not care.
NOT_FOUND = {"Prefer": "code=404"}
BOTH_FORMS = pytest.mark.parametrize("action_form", [False, True], ids=["path form", "action form"])


@pytest.fixture
def precheck(action_form: bool) -> PrecheckClient:
    return PrecheckClient(os.environ["PRECHECK_URL"], token=os.environ.get("PRECHECK_TOKEN"), action_form=action_form)


def create(precheck: PrecheckClient, side: str) -> str:
    request = CreateDataSourceRequest(
        name=f"{side}-{uuid.uuid4()}",
        type=EngineType.H2,
        host="localhost",
        database=f"smoke_{side}",
        user_name="READER",
        password="reader",
    )
    return precheck.data_source.create_data_source(request).data


def tables(*names: str) -> list:
    return [TransferTable(name=name) for name in names]


def plan(source: str, target: str) -> SubmitPreCheckRequest:
    return SubmitPreCheckRequest(
        # A stub chooses its scenario by the name.
        name=os.environ.get("PRECHECK_PLAN_NAME", "shop_move"),
        source_endpoint_id=source,
        sink_endpoint_id=target,
        transfer_mapping=TransferMapping(
            mode=TransferMode.SPECIFIC,
            databases=[
                TransferDatabase(name="shop", tables=tables("customers", "orders", "audit_log", "invoices", "clicks")),
                TransferDatabase(name="crm", tables=tables("contacts")),
            ],
        ),
        enable_struct_transfer=True,
        enable_full_transfer=True,
    )


@BOTH_FORMS
def test_submits_waits_and_reads_findings_page_by_page(precheck: PrecheckClient) -> None:
    source, target = create(precheck, "source"), create(precheck, "target")
    submission = plan(source, target)
    key = str(uuid.uuid4())

    result = precheck.submit_and_wait(submission, limit=60, idempotency_key=key)

    assert result.project_status == PreCheckStatus.FAILED
    assert result.progress == 100
    assert result.error_detail is None
    assert result.submit_time <= result.finish_time
    again = precheck.pre_check.submit_pre_check(submission, idempotency_key=key)
    assert again.data == result.pre_check_id

    items = result.pre_check_results
    assert any(item.status == PreCheckItemStatus.FAILED and item.advice for item in items)
    assert any(item.status == PreCheckItemStatus.PASSED and item.code is None for item in items)

    findings = []
    page = 0
    while page == 0 or len(findings) < total:
        page += 1
        answer = precheck.report.list_pre_check_findings(
            ListPreCheckFindingsRequest(id=result.pre_check_id, page_number=page, page_size=2)
        )
        total = answer.total_count
        assert 0 < len(answer.data) <= 2
        findings += answer.data
    assert page > 1
    assert len({finding.fingerprint for finding in findings}) == total
    assert total == sum(item.finding_count for item in items)

    for id in (source, target):
        assert precheck.data_source.delete_data_source(DeleteDataSourceRequest(id=id)).data is None


@BOTH_FORMS
def test_a_refusal_is_an_error_with_all_that_is_known(action_form: bool) -> None:
    precheck = PrecheckClient(os.environ["PRECHECK_URL"], token=os.environ.get("PRECHECK_TOKEN"), action_form=action_form, headers=NOT_FOUND)

    with pytest.raises(PrecheckError) as unknown:
        precheck.pre_check.get_pre_check_result(GetPreCheckResultRequest(id="t_57p****"))

    assert unknown.value.code == "PRECHECK_NOT_FOUND"
    assert unknown.value.http_status == (200 if action_form else 404)
    assert "t_57p****" in unknown.value.message
    assert unknown.value.advice
    assert unknown.value.request_id
    assert unknown.value.violations == []


@BOTH_FORMS
def test_a_refusal_names_the_members_that_are_wrong(precheck: PrecheckClient) -> None:
    with pytest.raises(PrecheckError) as illegal:
        precheck.pre_check.get_pre_check_result(GetPreCheckResultRequest(id=""))

    assert illegal.value.code == "PARAM_ERROR"
    assert [violation.pointer for violation in illegal.value.violations] == ["/id"]
