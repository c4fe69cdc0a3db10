/** The pack a town starts with. */
import { checkedPack, lineOf, type Pack } from '@mulin/pack';
import { ConfigurationError } from '../host/config.js';

/**
 * Reads and checks a pack; what is only worth a look refuses nothing.
 *
 * @param folder where its files lie.
 * @throws `ConfigurationError` `pack-not-usable`, with every mistake in one message.
 */
export const readPack = (folder: string): Pack => {
  const { pack, mistakes } = checkedPack(folder);
  if (pack !== null) return pack;
  const said = (language: 'en' | 'zh', between: string) =>
    mistakes.map((it) => lineOf(it, language)).join(between);
  throw new ConfigurationError('pack-not-usable', {
    en: `The town pack ${folder} cannot be used: ${said('en', '; ')}`,
    zh: `镇域配置 ${folder} 不可用：${said('zh', '；')}`,
  });
};
