import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTexts } from './texts';

export const Back = () => {
  const say = useTexts();
  return (
    <Link href="/ask" className="back">
      <IconChevronLeft size={18} aria-hidden />
      {say('toMenu')}
    </Link>
  );
};
