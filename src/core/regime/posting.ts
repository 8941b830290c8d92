import { CivilDate } from '../dates/civil-date';
import { NO_POINTS } from '../numbers/points';
import { Entry } from './entry.types';
import { Posting } from './posting.types';

/** An entry that nothing has become of yet. */
export function newPosting(entry: Entry, windowDay: CivilDate, expiryDay: CivilDate): Posting {
  return {
    entry,
    windowDay,
    expiryDay,
    state: 'pending',
    active: false,
    made: NO_POINTS,
    points: NO_POINTS,
    slots: [],
  };
}
