-- Attempts that broke left items open for ever, which counted neither as good nor as bad: they are undetermined.

update precheck set revision = revision + 1
  where status in ('FAILED', 'FINISHED') and exists (
    select 1 from precheck_item i where i.precheck_id = precheck.id and i.status in ('PENDING', 'RUNNING'));

-- A skip of the whole item counts for it as for any other.
update precheck_item set status = 'SKIPPED', reason = 'BY_USER', judged_status = 'UNDETERMINED', judged_reason = 'ERROR'
  where status in ('PENDING', 'RUNNING')
    and exists (select 1 from precheck p where p.id = precheck_item.precheck_id and p.status in ('FAILED', 'FINISHED'))
    and exists (
      select 1 from item_skip s where s.precheck_id = precheck_item.precheck_id and s.item = precheck_item.name
        and s.findings is null and s.undone_at is null and (s.expires_at is null or s.expires_at > current_timestamp));

update precheck_item set status = 'UNDETERMINED', reason = (
    select case when p.stop_requested_at is null then 'ERROR' else 'CANCELLED' end
    from precheck p where p.id = precheck_item.precheck_id)
  where status in ('PENDING', 'RUNNING')
    and exists (select 1 from precheck p where p.id = precheck_item.precheck_id and p.status in ('FAILED', 'FINISHED'));

update precheck_item set message = 'Not checked: the run ended before its turn came.', advice = 'RetryPreCheck judges it.',
    revision = (select p.revision from precheck p where p.id = precheck_item.precheck_id),
    finished_at = (
      select coalesce(a.finished_at, a.requested_at) from precheck_attempt a
      where a.precheck_id = precheck_item.precheck_id and a.attempt = precheck_item.attempt)
  where finished_at is null and status in ('SKIPPED', 'UNDETERMINED');

update precheck set status = 'FAILED'
  where status = 'FINISHED' and exists (
    select 1 from precheck_item i where i.precheck_id = precheck.id and i.status in ('FAILED', 'UNDETERMINED')
      and not exists (
        select 1 from precheck_item l
        where l.precheck_id = i.precheck_id and l.position = i.position and l.attempt > i.attempt));

update precheck_attempt set status = 'FAILED'
  where status = 'FINISHED' and exists (
    select 1 from precheck_item i where i.precheck_id = precheck_attempt.precheck_id
      and i.attempt <= precheck_attempt.attempt
      and coalesce(i.judged_status, i.status) in ('FAILED', 'UNDETERMINED')
      and not exists (
        select 1 from precheck_item l where l.precheck_id = i.precheck_id and l.position = i.position
          and l.attempt > i.attempt and l.attempt <= precheck_attempt.attempt));

-- Whoever lists prechecks looks for skips whose time is over.
create index item_skip_by_expiry on item_skip (expires_at);
