/** Who works at the kiosk of the demo and of whole-kiosk tests: their codes, PINs and cards. */
export {
  type CardKey,
  cardKeyOf,
  FICTITIOUS_TECHNICIANS as WORLD_TECHNICIANS,
  type FictitiousTechnician as WorldTechnician,
  fictitiousTechnicians,
  oneTimeCode,
  pinOf,
} from '../../main/core/maintenance/mode/fictitious-technicians.ts';
