import { showInstant, KnownAt } from '../../core';
import { RegisterEntryMessage } from '../schemas/register-entry.schema';
import { EntryView } from '../subject-views.service';

/** Only what the entry says: properties that it left as they were stay absent. */
export function presentEntry(entry: EntryView): RegisterEntryMessage {
  const { number, validFrom, recordedAt, name, trade, state, office, attributes } = entry;
  return {
    number,
    validFrom,
    recordedAt: showInstant(recordedAt.getTime() as KnownAt),
    ...(name === undefined ? {} : { name }),
    ...(trade === undefined ? {} : { trade }),
    ...(state === undefined ? {} : { state }),
    ...(office === undefined ? {} : { office }),
    attributes: attributes as RegisterEntryMessage['attributes'],
  };
}
