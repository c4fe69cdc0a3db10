/** Photos of a case: small ones side by side, each opens at its full size. */
import { useTexts } from './texts';

type Props = Readonly<{
  caseId: string;
  photoIds: readonly string[];
  purpose: 'answering' | 'call-back' | 'verification' | 'supervision';
}>;

export const PhotosOf = ({ caseId, photoIds, purpose }: Props) => {
  const say = useTexts();
  if (photoIds.length === 0) return null;
  return (
    <div className="photos">
      {photoIds.map((photoId, nth) => {
        const source = `/api/v1/cases/${caseId}/photos/${photoId}?purpose=${purpose}`;
        return (
          <a key={photoId} href={source} target="_blank" rel="noreferrer">
            <img src={source} alt={say('photo', { nth: nth + 1 })} loading="lazy" />
          </a>
        );
      })}
    </div>
  );
};
