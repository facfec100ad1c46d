"""The whole way in OMS's form, against the server at PRECHECK_URL, with a client in which nothing is ours."""

import os
import time
import uuid

import pytest
from precheck_oms import (
    ApiClient,
    Configuration,
    CreateDataSourceRequest,
    DataSourceApi,
    EngineType,
    GetPreCheckResultRequest,
    ListPreCheckFindingsRequest,
    PreCheckApi,
    PreCheckResult,
    PreCheckStatus,
    ReportApi,
    SubmitPreCheckRequest,
    TransferDatabase,
    TransferMapping,
    TransferMode,
    TransferTable,
)

FINAL = {PreCheckStatus.FINISHED, PreCheckStatus.FAILED, PreCheckStatus.SKIPPED}


@pytest.fixture
def client() -> ApiClient:
    # As clients of OMS log in: the password is the API token.
    return ApiClient(
        Configuration(host=os.environ["PRECHECK_URL"], username="any", password=os.environ.get("PRECHECK_TOKEN", ""))
    )


def create(client: ApiClient, side: str) -> str:
    request = CreateDataSourceRequest(
        name=f"{side}-{uuid.uuid4()}",
        type=EngineType.H2,
        host="localhost",
        database=f"smoke_{side}",
        userName="READER",
        password="reader",
    )
    return DataSourceApi(client).create_data_source(request).data


def wait(client: ApiClient, id: str) -> PreCheckResult:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        # The server waits, not the client.
        request = GetPreCheckResultRequest(id=id, waitSeconds=10)
        result = PreCheckApi(client).get_pre_check_result(request).data
        if result.pre_check_status in FINAL:
            return result
    raise TimeoutError(f"Precheck {id} does not end.")


def test_submits_waits_and_reads_findings(client: ApiClient) -> None:
    plan = SubmitPreCheckRequest(
        # A stub chooses its scenario by the name.
        name=os.environ.get("PRECHECK_PLAN_NAME", "shop_move"),
        sourceEndpointId=create(client, "source"),
        sinkEndpointId=create(client, "target"),
        transferMapping=TransferMapping(
            mode=TransferMode.SPECIFIC,
            databases=[TransferDatabase(name="shop", tables=[TransferTable(name="orders"), TransferTable(name="clicks")])],
        ),
        enableStructTransfer=True,
        enableFullTransfer=True,
    )

    result = wait(client, PreCheckApi(client).submit_pre_check(plan).data)

    assert result.pre_check_status == PreCheckStatus.FAILED
    page = ReportApi(client).list_pre_check_findings(ListPreCheckFindingsRequest(id=result.pre_check_id, pageSize=1))
    assert page.total_count > 1
    assert len(page.data) == 1


def test_a_refusal_has_status_200_and_says_why(client: ApiClient) -> None:
    answer = PreCheckApi(client).get_pre_check_result_with_http_info(
        GetPreCheckResultRequest(id="t_57p****"),
        # A stub knows every id, unless it is told otherwise, and names that of its example; the server does not care.
        _headers={"Prefer": "code=404"},
    )

    assert answer.status_code == 200
    assert answer.data.success is False
    assert answer.data.code == "PRECHECK_NOT_FOUND"
    assert answer.data.data is None
