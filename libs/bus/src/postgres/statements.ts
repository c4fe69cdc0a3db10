/** What is said to PostgreSQL. `@` stands for the schema. */
const texts = {
  makeTopics: `
    insert into @.topic (name, next, first)
    select name, array_fill(0::bigint, array[$2::int]), array_fill(0::bigint, array[$2::int])
    from unnest($1::text[]) name order by name
    on conflict do nothing`,

  topics: `select id, name, cardinality(next) as partitions from @.topic where name = any($1)`,

  // The row of the topic is the lock: whoever publishes next waits for this commit, so that offsets have no
  // gaps and a reader who sees one has seen all before it.
  append: `
    with ended as (
      update @.topic
      set next = (
        select array_agg(had + more order by partition)
        from unnest(next, $2::bigint[]) with ordinality as each(had, more, partition)
      )
      where id = $1
      returning next
    ), appended as (
      insert into @.message (topic, partition, place, count, key, value)
      select $1, partition, ended.next[partition + 1] - back, count, key, value
      from ended, unnest($3::int[], $4::int[], $10::int[], $5::text[], $6::text[])
        as each(partition, back, count, key, value)
    )
    select ended.next, pg_notify($7, $8 || ' ' || array_to_string(
      array(select ended.next[touched + 1] from unnest($9::int[]) with ordinality as t(touched, n) order by n), ','
    )) from ended`,

  offsets: `
    select array_to_string(t.next, ',') as ends, p.group_name as group, p.partition, p.next
    from @.topic t left join @.progress p on p.topic = t.id
    where t.name = $1`,

  // The first batch may begin before what is asked for; none holds more than $6 messages.
  fetch: `
    select m.topic, m.partition, m.place, m.count, m.key, m.value
    from unnest($1::int[], $2::int[], $3::bigint[]) as asked(topic, partition, place)
    cross join lateral (
      select *,
        sum(octet_length(m.value)) over upto - octet_length(m.value) as before,
        sum(m.count) over upto - m.count as earlier
      from (
        select * from @.message m
        where m.topic = asked.topic and m.partition = asked.partition
          and m.place > asked.place - $6::int and m.place + m.count > asked.place
        order by m.place limit $4
      ) m window upto as (order by m.place)
    ) m
    where m.before < $5 and m.earlier < $4 order by m.topic, m.partition, m.place`,

  enter: `
    insert into @.progress (group_name, topic, partition, next)
    select $1, id, partition - 1, offset_kept
    from @.topic, unnest(first) with ordinality as each(offset_kept, partition)
    where name = any($2) order by id, partition
    on conflict do nothing`,

  progress: `
    select topic, partition, next from @.progress
    join unnest($2::int[], $3::int[]) as asked(topic, partition) using (topic, partition)
    where group_name = $1`,

  // Not worth a wait for the disk: what a crash takes from here only comes again.
  commit: `
    with async_commit as materialized (select set_config('synchronous_commit', 'off', true))
    update @.progress p set next = greatest(p.next, done.next)
    from async_commit, unnest($2::int[], $3::int[], $4::bigint[]) as done(topic, partition, next)
    where p.group_name = $1 and p.topic = done.topic and p.partition = done.partition`,

  lag: `
    select name, sum(ended - greatest(kept, coalesce(p.next, 0)))::bigint as lag
    from @.topic t
    cross join unnest(t.next, t.first) with ordinality as each(ended, kept, partition)
    left join @.progress p
      on p.group_name = $1 and p.topic = t.id and p.partition = each.partition - 1
    where name = any($2)
    group by name`,

  trim: `
    with passed as (
      select topic, partition, min(next) as upto from @.progress group by topic, partition
    ), dropped as (
      delete from @.message m using passed
      where m.topic = passed.topic and m.partition = passed.partition and m.place + m.count <= least(passed.upto, (
        select coalesce(min(young.place), passed.upto) from @.message young
        where young.topic = passed.topic and young.partition = passed.partition
          and young.at > now() - make_interval(days => $1)
      ))
      returning m.topic, m.partition, m.place, m.count
    ), ends as (
      select topic, partition, max(place + count) as first from dropped group by topic, partition
    ), moved as (
      update @.topic t set first = (
        select array_agg(greatest(had, coalesce(ends.first, 0)) order by each.partition)
        from unnest(t.first) with ordinality as each(had, partition)
        left join ends on ends.topic = t.id and ends.partition = each.partition - 1
      )
      where t.id in (select topic from ends)
    )
    select coalesce(sum(count), 0)::int as dropped from dropped`,
};

type Statement = keyof typeof texts;

export const statement = (schema: string, name: Statement): string => texts[name].replaceAll('@', schema);
