/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person"

#include "config.h"

#include "ty-person.h"

#include <glib/gi18n-lib.h>

/**
 * TyPerson:
 *
 * One human, on one record for the whole way.
 */
static const TyFieldInfo fields[] = {
  [TY_PERSON_ID] = TY_KEY ("id", "id", "person"),
  [TY_PERSON_NAME] = TY_REQUIRED_TEXT ("name", "name", N_("Name"), TY_PRIVACY_PUBLIC, 18),
  [TY_PERSON_PINYIN] = TY_TEXT ("pinyin", "pinyin", N_("Pinyin"), TY_PRIVACY_PUBLIC, 0),
  [TY_PERSON_SEX] = TY_CHOICE ("sex", "sex", N_("Sex"), "sex"),
  [TY_PERSON_BIRTH] = TY_PAST_DAY ("birth", "birth", N_("Born")),
  [TY_PERSON_ETHNICITY] = TY_CHOICE ("ethnicity", "ethnicity", N_("Ethnicity"), "ethnicity"),
  [TY_PERSON_ETHNICITY_TEXT] = TY_TEXT ("ethnicity-text", "ethnicity_text", N_("Ethnicity as written"), TY_PRIVACY_INTERNAL, 0),
  [TY_PERSON_NATIVE_PLACE] = TY_TEXT ("native-place", "native_place", N_("Native place"), TY_PRIVACY_INTERNAL, 18),
  [TY_PERSON_BIRTH_PLACE] = TY_TEXT ("birth-place", "birth_place", N_("Birthplace"), TY_PRIVACY_INTERNAL, 18),
  [TY_PERSON_POLITICAL] = TY_CHOICE ("political", "political", N_("Political status"), "political"),
  [TY_PERSON_POLITICAL_TEXT] = TY_TEXT ("political-text", "political_text", N_("Political status as written"), TY_PRIVACY_INTERNAL, 0),
  [TY_PERSON_PARTY_DATE] = TY_PAST_DAY ("party-date", "party_date", N_("Joined the party")),
  [TY_PERSON_WORK_DATE] = TY_PAST_DAY ("work-date", "work_date", N_("Started work")),
  [TY_PERSON_HEALTH] = TY_CHOICE ("health", "health", N_("Health"), "health"),
  [TY_PERSON_MARITAL] = TY_CHOICE ("marital", "marital", N_("Marital status"), "marital"),
  [TY_PERSON_SKILL] = TY_TEXT ("skill", "skill", N_("Special skill"), TY_PRIVACY_INTERNAL, 110),
  [TY_PERSON_ID_NUMBER] = TY_TEXT ("id-number", "id_number", N_("ID number"), TY_PRIVACY_SENSITIVE, 9),
  [TY_PERSON_PHONE] = TY_TEXT ("phone", "phone", N_("Phone"), TY_PRIVACY_SENSITIVE, 0),
  [TY_PERSON_ADDRESS] = TY_TEXT ("address", "address", N_("Address"), TY_PRIVACY_SENSITIVE, 0),
  [TY_PERSON_PHOTO] = TY_BLOB ("photo", "photo", N_("Photo")),
  [TY_PERSON_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
  [TY_PERSON_MERGED_INTO] = TY_LINK ("merged-into", "merged_into", N_("Merged into"), "person"),
};

const TyRecordInfo ty_person_info = {
  .table = "person",
  .label = N_("Person"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_person_get_type,
};

TY_DEFINE_RECORD (TyPerson, ty_person)
