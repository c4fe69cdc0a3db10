/** What each file of a pack may hold, as JSON Schema, so that an editor completes it. */
import { z } from 'zod';
import { FeedbackFile } from './feedback.js';
import { packFiles } from './files.js';
import { Collection, Feature } from './grids.js';
import { MediationFile } from './mediation.js';
import { Menu } from './menu.js';
import { RosterFile } from './rosters-file.js';
import { CalendarsForEditors, Policies } from './rules-file.js';
import { TownFile } from './town.js';

const shapes: Readonly<Record<keyof typeof packFiles, z.ZodType>> = {
  town: TownFile,
  menu: Menu,
  policies: Policies,
  calendars: CalendarsForEditors,
  grids: Collection.extend({ features: z.array(Feature).min(1) }),
  rosters: RosterFile,
  feedback: FeedbackFile,
  mediation: MediationFile,
};

/** Editors that read patterns without the flag for Unicode would refuse every letter: those are for a check to say. */
const withoutScripts = ({ jsonSchema }: { jsonSchema: { pattern?: string | undefined } }): void => {
  if (jsonSchema.pattern?.includes('\\p{') === true) delete jsonSchema.pattern;
};

/**
 * A schema (draft 7, which editors know best) for each file, by the file's name. It says what one file may hold; whether
 * the files fit together is for a check to say.
 */
export const packSchemas = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(shapes).map(([key, shape]) => {
      // The keys are those of `packFiles`.
      const name = packFiles[key as keyof typeof packFiles];
      return [
        name,
        {
          title: name,
          ...z.toJSONSchema(shape, { io: 'input', target: 'draft-7', override: withoutScripts }),
        },
      ];
    }),
  );
