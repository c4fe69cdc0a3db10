/** Every decision that is taken in a form on the page of a case. */
import { caseForms } from './case-forms';
import { feedbackForms } from './feedback-forms';
import type { Field, Form, Values } from './field';
import { orderForms } from './order-forms';

const forms = { ...caseForms, ...orderForms, ...feedbackForms };

export type FormName = keyof typeof forms;

export const isForm = (action: string | null): action is FormName =>
  action !== null && Object.hasOwn(forms, action);

export const formOf = (name: FormName): Form => forms[name];

export const shownFields = ({ fields }: Form, values: Values): readonly Field[] =>
  fields.filter(({ when }) => when === undefined || when(values));

/** What is hidden is not sent. */
export const valuesOf = (form: Form, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => name === 'point' || shownFields(form, values).some((field) => field.name === name),
    ),
  );

export const isReady = (form: Form, values: Values): boolean =>
  form.isWhole?.(values) !== false &&
  shownFields(form, values).every(
    ({ name, isOptional }) => isOptional === true || (values[name] ?? '').trim() !== '',
  );
