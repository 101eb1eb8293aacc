-- The county file, version 1.
--
-- Tables under history have a declared primary key that is never NULL, no triggers, no generated
-- columns and no cascades. Periods are half-open: from_date counts, until_date does not. Dates
-- are ISO text as far as known. Keys are 63-bit integers minted by the writer. Each
-- column that refers to rows which an undo may delete has an index: without it SQLite reads the
-- whole table for each of them.

CREATE TABLE code (
  list TEXT NOT NULL,
  key TEXT NOT NULL,
  label TEXT,
  parent TEXT,
  position INTEGER NOT NULL,
  attributes TEXT,
  shipped_version INTEGER NOT NULL,
  edited INTEGER NOT NULL,
  PRIMARY KEY (list, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT,
  shipped_version INTEGER NOT NULL,
  edited INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  id INTEGER NOT NULL PRIMARY KEY,
  note TEXT
) STRICT;

CREATE TABLE unit_state (
  unit INTEGER NOT NULL REFERENCES unit (id),
  id INTEGER NOT NULL,
  from_date TEXT,
  until_date TEXT,
  parent INTEGER REFERENCES unit (id),
  code TEXT,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  kind TEXT NOT NULL,
  party_form TEXT,
  position INTEGER NOT NULL,
  successor INTEGER REFERENCES unit (id),
  PRIMARY KEY (unit, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX unit_state_parent ON unit_state (parent);
CREATE INDEX unit_state_successor ON unit_state (successor) WHERE successor IS NOT NULL;

CREATE TABLE seat (
  unit INTEGER NOT NULL REFERENCES unit (id),
  id INTEGER NOT NULL,
  body TEXT NOT NULL,
  from_date TEXT,
  until_date TEXT,
  seats INTEGER NOT NULL,
  women INTEGER NOT NULL,
  note TEXT,
  PRIMARY KEY (unit, id)
) STRICT, WITHOUT ROWID;

-- What may not be known is a decimal number as text, so that it is told from none.

CREATE TABLE unit_year (
  unit INTEGER NOT NULL REFERENCES unit (id),
  year INTEGER NOT NULL,
  income TEXT,
  operating_income TEXT,
  debt TEXT,
  households TEXT,
  population TEXT,
  residents TEXT,
  party_members TEXT,
  arable_land TEXT,
  industries TEXT,
  note TEXT,
  PRIMARY KEY (unit, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_class (
  unit INTEGER NOT NULL REFERENCES unit (id),
  id INTEGER NOT NULL,
  class TEXT NOT NULL,
  from_date TEXT,
  until_date TEXT,
  reason TEXT,
  leader TEXT,
  cadre TEXT,
  work_group TEXT,
  contact_unit TEXT,
  plan TEXT,
  note TEXT,
  PRIMARY KEY (unit, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  pinyin TEXT,
  sex TEXT,
  birth TEXT,
  ethnicity TEXT,
  ethnicity_text TEXT,
  native_place TEXT,
  birth_place TEXT,
  political TEXT,
  political_text TEXT,
  party_date TEXT,
  work_date TEXT,
  health TEXT,
  marital TEXT,
  skill TEXT,
  id_number TEXT,
  phone TEXT,
  address TEXT,
  photo TEXT,
  note TEXT,
  merged_into INTEGER REFERENCES person (id)
) STRICT;

CREATE INDEX person_id_number ON person (id_number);
CREATE INDEX person_name ON person (name);
CREATE INDEX person_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE background (
  person INTEGER NOT NULL REFERENCES person (id),
  source TEXT NOT NULL,
  PRIMARY KEY (person, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE education (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  mode TEXT,
  level TEXT,
  level_text TEXT,
  outcome TEXT,
  degree TEXT,
  school TEXT,
  from_date TEXT,
  until_date TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE resume_entry (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  from_date TEXT,
  until_date TEXT,
  text TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE family_member (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  relation TEXT,
  name TEXT,
  birth TEXT,
  political TEXT,
  occupation TEXT,
  position INTEGER NOT NULL,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE honour (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  date TEXT,
  title TEXT,
  granted_by TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE annual_result (
  person INTEGER NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  result TEXT,
  PRIMARY KEY (person, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE penalty (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  date TEXT,
  title TEXT NOT NULL,
  reason TEXT,
  decided_by TEXT,
  document TEXT,
  until_date TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE appraisal (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  year INTEGER NOT NULL,
  period TEXT NOT NULL,
  kind TEXT,
  score TEXT,
  grade TEXT,
  appraised_by TEXT,
  remark TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE course (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT,
  level TEXT,
  from_date TEXT,
  until_date TEXT,
  days TEXT,
  place TEXT,
  organiser TEXT,
  note TEXT
) STRICT;

CREATE TABLE attendance (
  person INTEGER NOT NULL REFERENCES person (id),
  course INTEGER NOT NULL REFERENCES course (id),
  days TEXT,
  result TEXT,
  certificate TEXT,
  note TEXT,
  PRIMARY KEY (person, course)
) STRICT, WITHOUT ROWID;

CREATE INDEX attendance_course ON attendance (course);

CREATE TABLE appointment (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id),
  post TEXT NOT NULL,
  body TEXT,
  from_date TEXT,
  until_date TEXT,
  how TEXT,
  document TEXT,
  end_reason TEXT,
  note TEXT,
  end_document TEXT,
  end_filing_number TEXT,
  end_filing_date TEXT,
  title TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX appointment_unit ON appointment (unit);

CREATE TABLE term (
  id INTEGER NOT NULL PRIMARY KEY,
  year INTEGER NOT NULL,
  from_date TEXT,
  until_date TEXT
) STRICT;

CREATE TABLE mandate (
  person INTEGER NOT NULL REFERENCES person (id),
  appointment INTEGER NOT NULL,
  term INTEGER NOT NULL REFERENCES term (id),
  date TEXT,
  source TEXT,
  source_text TEXT,
  batch TEXT,
  votes INTEGER NOT NULL,
  filing_number TEXT,
  filing_date TEXT,
  PRIMARY KEY (person, appointment, term),
  FOREIGN KEY (person, appointment) REFERENCES appointment (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reserve (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id),
  post TEXT NOT NULL,
  from_date TEXT,
  until_date TEXT,
  way_in TEXT,
  way_out TEXT,
  source TEXT,
  note TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX reserve_unit ON reserve (unit);

CREATE TABLE mentor (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  unit INTEGER REFERENCES unit (id),
  level TEXT,
  from_date TEXT,
  until_date TEXT,
  capacity INTEGER NOT NULL,
  note TEXT,
  languages TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentor_unit ON mentor (unit) WHERE unit IS NOT NULL;

CREATE TABLE mentor_strength (
  person INTEGER NOT NULL REFERENCES person (id),
  strength TEXT NOT NULL,
  PRIMARY KEY (person, strength)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  level TEXT,
  level_only TEXT,
  superior TEXT,
  capacity INTEGER NOT NULL,
  talks INTEGER NOT NULL,
  months INTEGER NOT NULL,
  keep INTEGER NOT NULL,
  from_date TEXT,
  until_date TEXT,
  position INTEGER NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE programme_need (
  programme INTEGER NOT NULL REFERENCES programme (id),
  kind TEXT NOT NULL,
  urgency INTEGER NOT NULL,
  threshold INTEGER NOT NULL,
  PRIMARY KEY (programme, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_weight (
  programme INTEGER NOT NULL REFERENCES programme (id),
  criterion TEXT NOT NULL,
  weight INTEGER NOT NULL,
  PRIMARY KEY (programme, criterion)
) STRICT, WITHOUT ROWID;

CREATE TABLE need (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  waived TEXT,
  from_date TEXT,
  until_date TEXT,
  reason TEXT NOT NULL,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pairing (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  mentor INTEGER NOT NULL REFERENCES person (id),
  programme INTEGER NOT NULL REFERENCES programme (id),
  state TEXT NOT NULL,
  from_date TEXT,
  until_date TEXT,
  locked TEXT,
  goal TEXT,
  result TEXT,
  reason TEXT,
  note TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX pairing_mentor ON pairing (mentor);

CREATE INDEX pairing_programme ON pairing (programme);

CREATE TABLE talk (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  mentor INTEGER NOT NULL REFERENCES person (id),
  date TEXT,
  form TEXT,
  place TEXT,
  topics TEXT,
  situation TEXT,
  next_step TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX talk_mentor ON talk (mentor);

CREATE TABLE milestone (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  mentor INTEGER NOT NULL REFERENCES person (id),
  title TEXT NOT NULL,
  due_date TEXT,
  done_date TEXT,
  note TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX milestone_mentor ON milestone (mentor);

CREATE TABLE pairing_review (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  mentor INTEGER NOT NULL REFERENCES person (id),
  date TEXT,
  side TEXT NOT NULL,
  verdict TEXT,
  remark TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX pairing_review_mentor ON pairing_review (mentor);

CREATE TABLE pairing_pause (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  mentor INTEGER NOT NULL REFERENCES person (id),
  from_date TEXT,
  until_date TEXT,
  reason TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX pairing_pause_mentor ON pairing_pause (mentor);

CREATE TABLE exclusion (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  other INTEGER NOT NULL REFERENCES person (id),
  reason TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX exclusion_other ON exclusion (other);

CREATE TABLE wish (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  other INTEGER NOT NULL REFERENCES person (id),
  note TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX wish_other ON wish (other);

CREATE TABLE custom_field (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  choices TEXT,
  privacy TEXT,
  position INTEGER NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE custom_value (
  person INTEGER NOT NULL REFERENCES person (id),
  field INTEGER NOT NULL REFERENCES custom_field (id),
  value TEXT NOT NULL,
  PRIMARY KEY (person, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX custom_value_field ON custom_value (field);

CREATE TABLE attachment (
  person INTEGER NOT NULL REFERENCES person (id),
  id INTEGER NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  file_name TEXT,
  media_type TEXT,
  sha256 TEXT,
  size INTEGER NOT NULL,
  note TEXT,
  talk INTEGER,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE appointment_form (
  person INTEGER NOT NULL PRIMARY KEY REFERENCES person (id),
  professional_title TEXT,
  proposed_post TEXT,
  dismissed_post TEXT,
  reason TEXT,
  reporting_unit TEXT,
  age_date TEXT,
  form_date TEXT,
  filled_by TEXT,
  age_limit TEXT,
  written TEXT
) STRICT;

CREATE TABLE person_list (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE person_list_member (
  list INTEGER NOT NULL REFERENCES person_list (id),
  person INTEGER NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  note TEXT,
  PRIMARY KEY (list, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_list_member_person ON person_list_member (person);

CREATE TABLE saved_filter (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  conditions TEXT NOT NULL,
  position INTEGER NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE import (
  id INTEGER NOT NULL PRIMARY KEY,
  file_name TEXT,
  sha256 TEXT,
  as_of TEXT,
  end_missing TEXT,
  n_rows INTEGER NOT NULL
) STRICT;

CREATE TABLE import_unit (
  import INTEGER NOT NULL REFERENCES import (id),
  unit INTEGER NOT NULL REFERENCES unit (id),
  PRIMARY KEY (import, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_unit_unit ON import_unit (unit);

-- Not under history.

CREATE TABLE blob (
  id INTEGER NOT NULL PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE writer (
  number INTEGER NOT NULL PRIMARY KEY,
  uuid TEXT NOT NULL,
  machine TEXT NOT NULL,
  counter INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE action (
  seq INTEGER NOT NULL PRIMARY KEY,
  writer INTEGER NOT NULL,
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT,
  schema_version INTEGER NOT NULL,
  reverts INTEGER,
  root INTEGER,
  n_changes INTEGER NOT NULL,
  change_hashes BLOB,
  changeset BLOB,
  hash BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX action_reverts ON action (reverts) WHERE reverts IS NOT NULL;

CREATE TABLE action_subject (
  kind TEXT NOT NULL,
  id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (kind, id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX action_subject_seq ON action_subject (seq);

CREATE TABLE event (
  seq INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT,
  hash BLOB NOT NULL
) STRICT;
