/** The menu of the town: groups, and what can be ordered in each. */
import { Alert, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBuildingStore,
  IconChevronRight,
  IconDroplet,
  IconFirstAidKit,
  IconHelpCircle,
  IconHome,
  IconPlant2,
  IconRoad,
  IconShieldExclamation,
  IconTrees,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { useMenu } from '../../api/town';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { Page } from '../../parts/page';
import { useTexts } from './texts';

type Item = Schemas['MenuItem'];
type Group = Readonly<{ id: string; name: Item['name'] | null; items: readonly Item[] }>;

/** Of groups that many towns have; another one has the general sign. */
const icons: Readonly<Record<string, TablerIcon>> = {
  'streets-and-surroundings': IconTrees,
  'roads-and-traffic': IconRoad,
  supply: IconDroplet,
  'home-and-neighbours': IconHome,
  'public-services': IconFirstAidKit,
  countryside: IconPlant2,
  'market-and-work': IconBuildingStore,
  safety: IconShieldExclamation,
};

/** In the order in which the menu names them. */
const groupsOf = (items: readonly Item[]): readonly Group[] => {
  const groups = new Map<string, { id: string; name: Item['name'] | null; items: Item[] }>();
  for (const item of items) {
    const id = item.group?.id ?? '';
    const group = groups.get(id) ?? { id, name: item.group?.name ?? null, items: [] };
    group.items.push(item);
    groups.set(id, group);
  }
  return [...groups.values()];
};

const GroupOfMenu = ({ group }: Readonly<{ group: Group }>) => {
  const say = useTexts();
  const language = useLanguage();
  const Icon = icons[group.id] ?? IconHelpCircle;
  return (
    <section aria-labelledby={`group-${group.id}`} className="menu-group">
      <Title order={2} size="h5" id={`group-${group.id}`} className="menu-head">
        <Icon size={22} stroke={1.6} aria-hidden />
        {group.name?.[language] ?? say('other')}
      </Title>
      <ul className="plain menu-items">
        {group.items.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/ask/${encodeURIComponent(id)}`} className="menu-item">
              <span>{name[language]}</span>
              <IconChevronRight size={18} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Emergency numbers are called by touching them. */
const Danger = () => {
  const say = useTexts();
  return (
    <>
      {say('danger')
        .split(/(\b1\d\d\b)/)
        .map((part) =>
          /^1\d\d$/.test(part) ? (
            <a key={part} href={`tel:${part}`} className="call-now">
              {part}
            </a>
          ) : (
            part
          ),
        )}
    </>
  );
};

export const Menu = () => {
  const say = useTexts();
  const asked = useMenu();
  return (
    <Page title={say('title')} hint={say('hint')} isNarrow>
      <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} mb="md">
        <Danger />
      </Alert>
      <Asked of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
          ) : (
            <div className="menu">
              {groupsOf(items).map((group) => (
                <GroupOfMenu key={group.id} group={group} />
              ))}
            </div>
          )
        }
      </Asked>
    </Page>
  );
};
