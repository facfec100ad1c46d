// The whole way, against the server at PRECHECK_URL.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';

import {
  EngineType,
  PreCheckItemStatus,
  PreCheckStatus,
  PrecheckClient,
  PrecheckError,
  TransferMode,
  type PreCheckFinding,
  type SubmitPreCheckRequest,
} from '../src/index.js';

const token = process.env['PRECHECK_TOKEN'];
const url = process.env['PRECHECK_URL'] ?? assert.fail('PRECHECK_URL is not set; name a server.');

for (const actionForm of [false, true]) {
  describe(actionForm ? 'action form' : 'path form', () => {
    const precheck = new PrecheckClient(url, { actionForm, token });

    it('submits, waits, and reads findings page by page', async () => {
      const [source, target] = [await create(precheck, 'source'), await create(precheck, 'target')];
      const submission = plan(source, target);
      const headers = { 'Idempotency-Key': randomUUID() };

      const result = await precheck.submitAndWait(submission, { limitMillis: 60_000, headers });

      assert.equal(result.projectStatus, PreCheckStatus.Failed);
      assert.equal(result.progress, 100);
      assert.equal(result.errorDetail, null);
      assert.ok(result.finishTime !== null && Date.parse(result.submitTime) <= Date.parse(result.finishTime));
      const again = await precheck.preCheck.submitPreCheck(submission, { headers });
      assert.equal(again.data, result.preCheckId);

      const items = result.preCheckResults;
      assert.ok(items.some(({ status, advice }) => status === PreCheckItemStatus.Failed && advice !== null));
      assert.ok(items.some(({ status, code }) => status === PreCheckItemStatus.Passed && code === null));

      const findings: PreCheckFinding[] = [];
      let pageNumber = 0;
      let total: number | null;
      do {
        pageNumber++;
        const page = await precheck.report.listPreCheckFindings({ id: result.preCheckId, pageNumber, pageSize: 2 });
        total = page.totalCount;
        assert.ok(page.data.length > 0 && page.data.length <= 2);
        findings.push(...page.data);
      } while (findings.length < total!);
      assert.ok(pageNumber > 1);
      assert.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, total);
      assert.equal(items.reduce((sum, { findingCount }) => sum + findingCount, 0), total);

      for (const id of [source, target]) {
        const deleted = await precheck.dataSource.deleteDataSource({ id });
        assert.equal(deleted.data satisfies null, null);
      }
    });

    it('refuses with an error that has all that is known', async () => {
      // A stub knows every id, unless it is told otherwise, and names that of its example; the server does not care.
      const headers = { Prefer: 'code=404' };
      const answer = precheck.preCheck.getPreCheckResult({ id: 't_57p****' }, { headers });
      await assert.rejects(answer, (refusal: unknown) => {
        assert.ok(refusal instanceof PrecheckError);
        assert.equal(refusal.code, 'PRECHECK_NOT_FOUND');
        assert.equal(refusal.httpStatus, actionForm ? 200 : 404);
        assert.match(refusal.reason, /t_57p\*{4}/);
        assert.ok(refusal.advice);
        assert.ok(refusal.requestId);
        assert.deepEqual(refusal.violations, []);
        return true;
      });
    });

    it('names the members that are wrong', async () => {
      await assert.rejects(precheck.preCheck.getPreCheckResult({ id: '' }), (refusal: unknown) => {
        assert.ok(refusal instanceof PrecheckError);
        assert.equal(refusal.code, 'PARAM_ERROR');
        assert.deepEqual(refusal.violations.map(({ pointer }) => pointer), ['/id']);
        return true;
      });
    });
  });
}

async function create(precheck: PrecheckClient, side: string): Promise<string> {
  const { data } = await precheck.dataSource.createDataSource({
    name: `${side}-${randomUUID()}`,
    type: EngineType.H2,
    host: 'localhost',
    database: `smoke_${side}`,
    userName: 'READER',
    password: 'reader',
  });
  return data;
}

function plan(source: string, target: string): SubmitPreCheckRequest {
  const tables = (...names: string[]) => names.map((name) => ({ name }));
  return {
    // A stub chooses its scenario by the name.
    name: process.env['PRECHECK_PLAN_NAME'] ?? 'shop_move',
    sourceEndpointId: source,
    sinkEndpointId: target,
    transferMapping: {
      mode: TransferMode.Specific,
      databases: [
        { name: 'shop', tables: tables('customers', 'orders', 'audit_log', 'invoices', 'clicks') },
        { name: 'crm', tables: tables('contacts') },
      ],
    },
    enableStructTransfer: true,
    enableFullTransfer: true,
  };
}
