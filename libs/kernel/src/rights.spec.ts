import { describe, expect, test } from '@jest/globals';
import { liesIn } from './areas.js';
import { type Actor, type Area, roles } from './ports.js';
import {
  hasRight,
  hasTie,
  isBeyondArea,
  isBeyondToken,
  mayReach,
  type Right,
  rights,
  rolesWith,
  type Tie,
} from './rights.js';
import { isNoticeFor } from './role-areas.js';
import { whereFor } from './visible-rows.js';

const all = Object.keys(rights) as Right[]; // its keys
const who = (role: Actor['role'], area = 'mu/east'): Actor => ({ id: 'x', role, area: area as Area });
const near = 'mu/east/north';
const far = 'mu/west/w';

/** Written down here once more, by hand: who may do what at all. */
const expected: Readonly<Record<Right, string>> = {
  'case.register': 'resident hotline-clerk grid-member community-secretary operator helper integrator',
  'case.read':
    'hotline-clerk grid-leader village-committee community-secretary town-leader auditor operator verifier integrator',
  'case.words': 'hotline-clerk grid-leader village-committee community-secretary town-leader verifier',
  'case.decline': 'hotline-clerk',
  'case.reclassify': 'hotline-clerk',
  'case.withdraw': 'resident hotline-clerk integrator',
  'case.close': 'hotline-clerk',
  'case.reopen': 'resident hotline-clerk',
  'case.split': 'hotline-clerk',
  'case.merge': 'hotline-clerk',
  'addition.write':
    'resident hotline-clerk grid-member office-member grid-leader village-committee community-secretary town-leader verifier helper',
  'addition.read':
    'resident hotline-clerk grid-member office-member grid-leader village-committee community-secretary town-leader verifier helper',
  'my-case.read': 'resident',
  'case.list':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader mediator auditor operator verifier integrator office-member helper',
  'case.find-by-phone': 'hotline-clerk grid-leader village-committee community-secretary town-leader',
  'timeline.read':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader mediator auditor operator verifier integrator office-member helper',
  'person.name':
    'hotline-clerk grid-leader village-committee community-secretary town-leader auditor operator',
  'person.erase': 'operator',
  'erasure.list': 'auditor operator',
  'reading.list': 'auditor',
  'escalation.list':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader mediator auditor operator office-member',
  'escalation.acknowledge': 'community-secretary town-leader',
  'order.list':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader auditor operator office-member helper verifier',
  'order.read':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader auditor operator office-member helper verifier',
  'order.words':
    'grid-member grid-leader village-committee community-secretary town-leader office-member helper verifier',
  'order.take': 'grid-member office-member grid-leader village-committee community-secretary town-leader',
  'order.return': 'grid-member office-member grid-leader village-committee community-secretary town-leader',
  'order.contact': 'grid-member office-member grid-leader village-committee community-secretary town-leader',
  'order.report': 'grid-member office-member grid-leader village-committee community-secretary town-leader',
  'order.finish': 'grid-member office-member grid-leader village-committee community-secretary town-leader',
  'order.hand-over':
    'grid-member office-member grid-leader village-committee community-secretary town-leader',
  'order.call-in': 'grid-member office-member grid-leader village-committee community-secretary town-leader',
  'order.help':
    'grid-member office-member grid-leader village-committee community-secretary town-leader helper',
  'order.verify': 'grid-leader village-committee community-secretary hotline-clerk verifier',
  'order.arbitrate': 'grid-leader village-committee community-secretary town-leader',
  'call-back.list':
    'hotline-clerk grid-leader village-committee community-secretary town-leader verifier auditor operator',
  'call-back.make': 'hotline-clerk verifier grid-member grid-leader village-committee community-secretary',
  'rating.give': 'resident hotline-clerk',
  'rating.list':
    'resident hotline-clerk grid-leader village-committee community-secretary town-leader auditor operator',
  'rating.words': 'resident hotline-clerk grid-leader village-committee community-secretary town-leader',
  'conclusion.decide': 'community-secretary town-leader',
  'letter.read':
    'resident hotline-clerk grid-leader village-committee community-secretary town-leader auditor',
  'rate.read':
    'hotline-clerk grid-member office-member grid-leader village-committee community-secretary town-leader verifier auditor operator',
  'exemption.list':
    'hotline-clerk grid-member office-member grid-leader village-committee community-secretary town-leader auditor operator',
  'exemption.words':
    'hotline-clerk grid-member office-member grid-leader village-committee community-secretary town-leader auditor',
  'exemption.ask': 'grid-member office-member grid-leader village-committee community-secretary',
  'exemption.decide': 'hotline-clerk community-secretary',
  'exemption.appeal':
    'hotline-clerk grid-member office-member grid-leader village-committee community-secretary',
  'exemption.settle': 'town-leader',
  'dispute.open':
    'resident hotline-clerk mediator grid-member grid-leader village-committee community-secretary',
  'dispute.list':
    'grid-leader village-committee community-secretary town-leader hotline-clerk auditor operator mediator verifier',
  'dispute.read':
    'grid-leader village-committee community-secretary town-leader hotline-clerk auditor operator mediator resident',
  'dispute.words': 'mediator resident',
  'dispute.code': 'mediator',
  'danger.words': 'community-secretary town-leader mediator',
  'caucus.read': 'mediator',
  'dispute.mediate': 'mediator',
  'dispute.lead': 'village-committee community-secretary',
  'dispute.grade': 'mediator village-committee community-secretary',
  'dispute.reopen': 'mediator village-committee community-secretary',
  'dispute.answer': 'mediator resident',
  'dispute.relate': 'mediator resident village-committee community-secretary',
  'dispute.sign': 'mediator resident village-committee community-secretary',
  'danger.report': 'hotline-clerk mediator grid-member grid-leader village-committee',
  'danger.acknowledge': 'community-secretary town-leader',
  'mediation-calendar.read': 'mediator grid-leader village-committee community-secretary town-leader',
  'warning.read':
    'grid-leader village-committee community-secretary town-leader hotline-clerk auditor operator',
  'interview-day.publish': 'hotline-clerk community-secretary town-leader',
  'interview.book': 'resident hotline-clerk',
  'interview.move': 'resident hotline-clerk community-secretary town-leader',
  'interview.receive': 'hotline-clerk community-secretary town-leader',
  'interview.conclude': 'community-secretary town-leader',
  'promise.list':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader office-member mediator verifier helper auditor operator',
  'promise.words':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader office-member mediator verifier helper',
  'promise.keep':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader office-member mediator verifier helper',
  'promise.give-up':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader office-member mediator verifier helper',
  'leave.list': 'grid-leader village-committee community-secretary town-leader auditor operator',
  'leave.record': 'grid-leader village-committee community-secretary town-leader operator',
  'roster.list': 'grid-leader village-committee community-secretary town-leader auditor operator',
  'roster.change': 'operator',
  'area.list': 'hotline-clerk grid-leader village-committee community-secretary town-leader auditor operator',
  'inbox.read':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader office-member mediator verifier helper auditor operator',
  'inbox.mark':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader office-member mediator verifier helper auditor operator',
  'inbox.stream':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader office-member mediator verifier helper auditor operator',
  'inbox.preferences':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader office-member mediator verifier helper auditor operator',
  'person.list':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader office-member mediator verifier helper auditor operator',
  'delivery.list':
    'hotline-clerk grid-member grid-leader village-committee community-secretary town-leader office-member mediator verifier helper auditor operator',
  'delivery.check': 'operator',
  'import.write': 'operator',
  'import.summary': 'operator',
  'session.read': roles.join(' '),
  'session.end': roles.join(' '),
  'account.password': roles.join(' '),
  'account.add': 'operator',
  'account.change': 'operator',
  'sign-in.list': 'auditor operator',
  'token.issue': 'operator',
  'account.disable': 'operator',
  'account.list': 'operator',
  'pack.read': 'operator',
  'account.enable': 'operator',
  'dead-letter.list': 'operator',
  'dead-letter.retry': 'operator',
  'dead-letter.drop': 'operator',
  'queue.read': 'operator',
  'view.rebuild': 'operator',
  'demo.fill': 'operator',
};

const ofTheirOwn: ReadonlySet<Right> = new Set<Right>([
  'case.register',
  'case.withdraw',
  'case.reopen',
  'addition.write',
  'addition.read',
  'my-case.read',
  'session.read',
  'session.end',
  'account.password',
  'rating.give',
  'rating.list',
  'rating.words',
  'letter.read',
  'interview.book',
  'interview.move',
  'dispute.open',
  'dispute.read',
  'dispute.words',
  'dispute.answer',
  'dispute.relate',
  'dispute.sign',
]);

describe('The table of rights', () => {
  test.each(all)('%s is for these and for nobody else', (right) => {
    const those = roles.filter((role) => hasRight(right, { role }));
    expect(those.join(' ')).toBe(
      expected[right]
        .split(' ')
        .sort((a, b) => roles.indexOf(a as never) - roles.indexOf(b as never))
        .join(' '),
    );
    expect([...rolesWith(right)].sort()).toEqual([...those].sort());
  });

  test('a resident reaches nothing but what they asked themselves', () => {
    for (const right of all) {
      expect(mayReach(right, who('resident', 'mu'), { area: near })).toBe(false);
      const own = mayReach(right, who('resident', 'mu'), { area: near, ties: ['own'] });
      expect([right, own]).toEqual([right, ofTheirOwn.has(right)]);
    }
  });
});

describe('A thing', () => {
  test('that lies elsewhere is reached by nobody whose right is bound to an area', () => {
    const ties: readonly Tie[] = ['told', 'told-late', 'arbiter'];
    const leaders = ['grid-leader', 'village-committee', 'community-secretary', 'town-leader'] as const;
    const elsewhere: readonly Right[] = [
      'case.register',
      'exemption.decide',
      'exemption.list',
      'exemption.words',
      'person.list',
    ];
    for (const role of leaders)
      for (const right of all.filter((it) => rights[it][role] !== undefined && !elsewhere.includes(it)))
        expect([right, role, mayReach(right, who(role), { area: far, ties })]).toEqual([right, role, false]);
  });

  test('that is decided by others is reached by a secretary of another community, and not by that of its own', () => {
    const secretary = who('community-secretary');
    expect(mayReach('exemption.decide', secretary, { area: far })).toBe(true);
    expect(mayReach('exemption.decide', secretary, { area: near })).toBe(false);
    expect(mayReach('exemption.decide', secretary, { area: null })).toBe(false);
  });

  test('about which others decide is read by both, and by no secretary where nobody knows where it lies', () => {
    const secretary = who('community-secretary');
    for (const right of ['exemption.list', 'exemption.words'] as const) {
      const reach = [near, far, null].map((it) => mayReach(right, secretary, { area: it }));
      expect([right, ...reach]).toEqual([right, true, true, false]);
    }
  });

  test('is read by a leader of that area once they were told of it, or are to decide', () => {
    const secretary = who('community-secretary');
    expect(mayReach('case.words', secretary, { area: near })).toBe(false);
    expect(mayReach('case.words', secretary, { area: near, ties: ['told'] })).toBe(true);
    expect(mayReach('case.words', secretary, { area: near, ties: ['arbiter'] })).toBe(true);
    expect(mayReach('case.words', who('village-committee'), { area: near, ties: ['arbiter'] })).toBe(false);
  });

  test('of which they were told is read by every leader; the arbiters are the secretary and the town', () => {
    const leaders = ['grid-leader', 'village-committee', 'community-secretary', 'town-leader'] as const;
    const reading = (tie: Tie) =>
      leaders.filter((role) => mayReach('case.words', who(role), { area: near, ties: [tie] }));
    expect(reading('told')).toEqual(leaders);
    expect(reading('arbiter')).toEqual(['community-secretary', 'town-leader']);
    expect(hasTie('case.words', 'grid-leader', 'told')).toBe(true);
    expect(hasTie('case.words', 'grid-leader', 'area')).toBe(false);
  });

  test('in somebody’s hands is theirs wherever it lies; what they had once they see, and no words of it', () => {
    const member = who('grid-member', 'mu/east/north/n-1/n-1-a');
    expect(mayReach('order.take', member, { area: far, ties: ['held', 'had'] })).toBe(true);
    expect(mayReach('order.read', member, { area: far, ties: ['had'] })).toBe(true);
    expect(mayReach('order.words', member, { area: far, ties: ['had'] })).toBe(false);
  });

  test('with which they were called in to help they see wherever it lies, and its words, and take nothing', () => {
    for (const role of ['grid-member', 'office-member', 'village-committee', 'helper'] as const) {
      const helping = { area: far, ties: ['helps'] } as const;
      for (const right of ['order.read', 'order.words', 'order.help'] as const)
        expect([role, right, mayReach(right, who(role), helping)]).toEqual([role, right, true]);
      for (const right of ['order.take', 'order.finish', 'order.call-in'] as const)
        expect([role, right, mayReach(right, who(role), helping)]).toEqual([role, right, false]);
    }
  });

  test('whose finish waits to be verified is read by a verifier of that area, and by none of another', () => {
    const waits = (area: string) => ({ area, ties: ['to-verify'] }) as const;
    for (const right of ['case.words', 'order.words', 'order.verify'] as const) {
      expect([right, mayReach(right, who('verifier'), waits(near))]).toEqual([right, true]);
      expect([right, mayReach(right, who('verifier'), waits(far))]).toEqual([right, false]);
      expect([right, mayReach(right, who('verifier'), { area: near })]).toEqual([right, false]);
    }
  });

  test('of which nobody knows where it lies is seen by every secretary among what is late, and in no other list', () => {
    const secretary = who('community-secretary');
    const unplaced = { area: null, ties: ['unplaced'] } as const;
    expect(mayReach('escalation.list', secretary, unplaced)).toBe(true);
    expect(mayReach('case.list', secretary, unplaced)).toBe(false);
    expect(mayReach('escalation.list', who('village-committee'), unplaced)).toBe(false);
    expect(mayReach('case.list', who('auditor', 'mu'), { area: null })).toBe(true);
    expect(mayReach('case.list', who('auditor'), { area: null })).toBe(false);
  });

  test('of which nobody knows where it lies is read by secretaries and town leaders once they were told of it', () => {
    const unplaced = { area: null, ties: ['unplaced'] } as const;
    for (const right of ['case.read', 'case.words', 'case.find-by-phone', 'timeline.read'] as const) {
      for (const role of ['community-secretary', 'town-leader'] as const) {
        expect([right, role, mayReach(right, who(role), unplaced)]).toEqual([right, role, true]);
        expect([right, role, mayReach(right, who(role), { area: null })]).toEqual([right, role, false]);
      }
      for (const role of ['grid-leader', 'village-committee', 'mediator'] as const)
        expect([right, role, mayReach(right, who(role), unplaced)]).toEqual([right, role, false]);
    }
  });
});

describe('A notice', () => {
  test('is for whoever has the role where it was given; without an area, for whoever has it anywhere', () => {
    const secretary = who('community-secretary');
    const given = (area: string | null, to = 'community-secretary') => isNoticeFor(secretary, { to, area });
    expect([given(near), given('mu/east'), given(null)]).toEqual([true, true, true]);
    expect([given(far), given('mu'), given(near, 'grid-leader')]).toEqual([false, false, false]);
  });
});

type Stated = Readonly<{ or?: readonly Stated[]; area?: Readonly<{ within: string }> }> &
  Readonly<Record<string, unknown>>;

test('what is the whole town’s, nobody has who is bound to a part of it: this, and no more', () => {
  const beyond = all.filter((right) => isBeyondArea(right, who('auditor')));
  expect(beyond.join(' ')).toBe(
    all
      .filter((right) =>
        /^(account\.(add|change|list|disable|enable)|sign-in\.list|person\.erase|(erasure|reading)\.list|import\..*|token\.issue|delivery\.check|roster\.change|dead-letter\..*|queue\.read|pack\.read|view\.rebuild|demo\.fill)$/.test(
          right,
        ),
      )
      .join(' '),
  );
  expect(beyond).toHaveLength(21);
  expect(all.filter((right) => isBeyondArea(right, who('auditor', 'mu')))).toEqual([]);
});

test('whoever showed the code of a case may do this with that case, and nothing else; other residents may do more', () => {
  const byCode = all.filter((right) => !isBeyondToken(right, { caseId: 'a-case' }));
  expect([...byCode].sort()).toEqual([
    'addition.read',
    'addition.write',
    'case.reopen',
    'case.withdraw',
    'dispute.answer',
    'dispute.read',
    'dispute.relate',
    'dispute.sign',
    'dispute.words',
    'interview.book',
    'interview.move',
    'letter.read',
    'my-case.read',
    'rating.give',
    'rating.list',
    'rating.words',
  ]);
  expect(all.filter((right) => isBeyondToken(right, {}))).toEqual([]);
});

test('whoever comes without an account and shows nothing may ask for something, and nothing else', () => {
  const byVisit = all.filter((right) => !isBeyondToken(right, { isVisitor: true }));
  expect([...byVisit].sort()).toEqual(['addition.write', 'case.register']);
});

test('what is the operator’s alone is of no place, so that nobody who is bound to a part of the town has it', () => {
  const alone = all.filter((right) => rolesWith(right).every((role) => role === 'operator'));
  expect(alone).toEqual(expect.arrayContaining(['account.enable', 'account.list', 'demo.fill']));
  for (const right of alone) {
    expect([right, isBeyondArea(right, who('operator'))]).toEqual([right, true]);
    expect([right, isBeyondArea(right, who('operator', 'mu'))]).toEqual([right, false]);
  }
});

describe('A list', () => {
  test('shows nothing by a tie that it cannot find', () => {
    expect(whereFor('order.list', who('grid-member'))).toBeNull();
    expect(whereFor('order.list', who('grid-member'), { had: { member: 'x' } })).toEqual({ member: 'x' });
  });

  test('shows a desk that is bound to a part of the town nothing beyond it', () => {
    expect(whereFor('case.list', who('hotline-clerk', 'mu'))).toEqual({});
    expect(whereFor('case.list', who('hotline-clerk'))).toEqual({ area: { within: 'mu/east' } });
  });

  const matches = (where: Stated, area: string | null, row: Readonly<Record<string, unknown>>): boolean =>
    Object.entries(where).every(([column, value]) => {
      if (column === 'or') return where.or?.some((it) => matches(it, area, row));
      if (column === 'area') return area !== null && liesIn(area, where.area?.within ?? '');
      return row[column] === value;
    });

  test.each(
    ['mu', 'mu/east'].flatMap((own) =>
      // No list is made of what lies elsewhere alone.
      roles.flatMap((role) =>
        all
          .filter((right) => !hasTie(right, role, 'elsewhere') || hasTie(right, role, 'area'))
          .map((right) => [right, role, own] as const),
      ),
    ),
  )('%s shows a %s of %s exactly what they reach', (right, role, own) => {
    const actor = who(role, own);
    const by: Partial<Record<Tie, Stated>> = {
      held: { holder: 'x' },
      had: { member: 'x' },
      helps: { helper: 'x' },
      unplaced: { isSomewhere: false },
      elsewhere: { isSomewhere: true },
    };
    const where = whereFor(right, actor, by);
    for (const area of [near, far, null])
      for (const isHolder of [true, false]) {
        const who = isHolder ? 'x' : 'y';
        const row = {
          holder: who,
          member: who,
          helper: who,
          isSomewhere: area !== null,
        };
        const ties: readonly Tie[] = [
          ...(isHolder ? (['held', 'had', 'helps'] as const) : []),
          ...(area === null ? (['unplaced'] as const) : []),
        ];
        expect([area, isHolder, where !== null && matches(where, area, row)]).toEqual([
          area,
          isHolder,
          mayReach(right, actor, { area, ties }),
        ]);
      }
  });
});
