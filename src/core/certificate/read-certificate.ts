import { Ajv2020, ValidateFunction } from 'ajv/dist/2020';
import { canonicalJson } from '../rule-set/identity';
import { isJsonObject, own } from '../rule-set/json';
import { checkLimits } from '../rule-set/limits';
import { Certificate } from './certificate.types';
import { INSPECTION_CERTIFICATE, STANDING_CERTIFICATE } from './certificate.schemas';

/** Why a text is no certificate. */
export type FormFault =
  | { readonly reason: 'not_json' | 'not_canonical' | 'signature_absent' | 'kind_unknown' }
  | { readonly reason: 'format_unknown'; readonly found: string }
  | { readonly reason: 'not_in_form'; readonly path: string };

export type ReadCertificate = { readonly certificate: Certificate } | FormFault;

const CAPS = { depth: 60, nodes: 10_000_000, textLength: 10_000, listLength: 100_000 };

let validators: Readonly<Record<'inspection' | 'standing', ValidateFunction>> | undefined;

/**
 * Reads an untrusted text. It has to be canonical JSON (RFC 8785) to the last byte, with at most one line feed after it,
 * so that no byte can differ unseen.
 */
export function readCertificate(text: string): ReadCertificate {
  const document = parse(text);
  if (document === undefined || !isJsonObject(document)) return { reason: 'not_json' };
  const [limit] = checkLimits(document, CAPS);
  if (limit !== undefined) return { reason: 'not_in_form', path: limit.path };
  const canonical = canonicalJson(document);
  if (text !== canonical && text !== `${canonical}\n`) return { reason: 'not_canonical' };
  return checkForm(document);
}

function checkForm(document: Readonly<Record<string, unknown>>): ReadCertificate {
  const [format, version] = [own(document, 'format'), own(document, 'formatVersion')];
  if (format !== 'jifen-certificate' || version !== 1) {
    return { reason: 'format_unknown', found: canonicalJson([format ?? null, version ?? null]) };
  }
  if (!Object.hasOwn(document, 'signature') || document['signature'] === '') return { reason: 'signature_absent' };
  const kind = own(document, 'kind');
  if (kind !== 'inspection' && kind !== 'standing') return { reason: 'kind_unknown' };
  validators ??= compileValidators();
  const validate = validators[kind];
  if (validate(document)) return { certificate: document as unknown as Certificate };
  return { reason: 'not_in_form', path: validate.errors?.[0]?.instancePath || '/' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function compileValidators(): NonNullable<typeof validators> {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  return { inspection: ajv.compile(INSPECTION_CERTIFICATE), standing: ajv.compile(STANDING_CERTIFICATE) };
}
