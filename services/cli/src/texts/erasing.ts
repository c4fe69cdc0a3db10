/** What is said where somebody was erased, in both languages. */
const en = {
  done: (number: string, reason: string) =>
    `Erased: nobody opens the words, the place or the contact of the person of ${number} any more (${reason}).`,
  before: (number: string, at: string, reason: string) =>
    `The person of ${number} was erased before, at ${at} (${reason}): there was nothing left.`,
};

const zh: typeof en = {
  done: (number, reason) =>
    `已删除：案件 ${number} 诉求人的诉求内容、地点和联系方式，任何人不能再查阅（${reason}）。`,
  before: (number, at, reason) => `案件 ${number} 的诉求人已于 ${at} 删除（${reason}），没有可删除的内容。`,
};

/** In one language. */
export const erasingIn = (language: 'en' | 'zh'): typeof en => ({ en, zh })[language];
