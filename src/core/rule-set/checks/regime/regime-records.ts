import { pointer, Problem } from '../../../problems/problem';
import { RegimeDocumentRecord } from '../../rule-set.types';
import { checkDay } from '../days';

/** Every day that a record of a regime states is one of the calendar. */
export function checkRegimeRecordDays(record: RegimeDocumentRecord<unknown>, path: string): Problem[] {
  if (record.type !== 'case') return checkDay(record.on, pointer(path, 'on'));
  const { dates, choice } = record;
  return [
    ...Object.entries(dates).flatMap(([date, day]) => checkDay(day, pointer(path, 'dates', date))),
    ...checkDay(choice?.on, pointer(path, 'choice', 'on')),
  ];
}
