/** A resident places an order: chooses from the menu, and says what, where and how to be reached. */
import { useParams } from 'wouter';
import { useMenu } from '../../api/town';
import { Asked, Empty } from '../../parts/asked';
import { Back } from './back';
import { Form } from './form';
import { Menu } from './menu';
import { useTexts } from './texts';

export const View = () => {
  const say = useTexts();
  const { item: wanted } = useParams<{ item?: string }>();
  const asked = useMenu();
  if (wanted === undefined) return <Menu />;
  return (
    <Asked of={asked}>
      {({ items }) => {
        const item = items.find(({ id }) => id === wanted);
        if (item !== undefined) return <Form key={item.id} item={item} />;
        return (
          <Empty title={say('noItem')} hint={say('noItemHint')}>
            <Back />
          </Empty>
        );
      }}
    </Asked>
  );
};
