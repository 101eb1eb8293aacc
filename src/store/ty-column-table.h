/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-gather.h"

G_BEGIN_DECLS

/**
 * TyColumnTable:
 * @TY_COLUMN_TABLE_PEOPLE: id, sex, birth, party_date, ethnicity, political,
 *   work_date
 * @TY_COLUMN_TABLE_POSTS: person, id, unit, post, from_date, until_date
 * @TY_COLUMN_TABLE_STUDIES: person, until_date, mode, level, outcome, degree
 * @TY_COLUMN_TABLE_NAMES: id, name, pinyin
 * @TY_COLUMN_TABLE_MANDATES: person, appointment, term, batch
 * @TY_COLUMN_TABLE_BACKGROUNDS: person, source
 * @TY_COLUMN_TABLE_RESERVES: person, id, unit, from_date, until_date
 * @TY_COLUMN_TABLE_MENTORS: person, id, unit, from_date, until_date
 * @TY_COLUMN_TABLE_OWN: values in the fields of the county: person, field, value
 *
 * What the columns of people hold, with the columns of each query in their order. The first is
 * always the key of the person, by which the rows are ordered. The large tables come first: their
 * rows are gathered, those of the small ones are stepped through beside them.
 */
typedef enum
{
  TY_COLUMN_TABLE_PEOPLE,
  TY_COLUMN_TABLE_POSTS,
  TY_COLUMN_TABLE_STUDIES,
  TY_COLUMN_TABLE_NAMES,
  TY_COLUMN_TABLE_MANDATES,
  TY_COLUMN_TABLE_BACKGROUNDS,
  TY_COLUMN_TABLE_RESERVES,
  TY_COLUMN_TABLE_MENTORS,
  TY_COLUMN_TABLE_OWN,
  TY_N_COLUMN_TABLES,
} TyColumnTable;

TyStatement *ty_column_table_prepare      (TyDatabase     *database,
                                           TyColumnTable   table,
                                           GError        **error);
void         ty_column_table_select       (TyStatement    *statement,
                                           gint64          first,
                                           gint64          last);
gboolean     ty_column_table_gather       (TyStatement    *statement,
                                           gint64          first,
                                           gint64          last,
                                           TyGatherFunc    func,
                                           gpointer        data,
                                           GError        **error);
TyStatement *ty_column_table_select_unit_ids (TyDatabase  *database,
                                           GError        **error);
TyStatement *ty_column_table_select_units (TyDatabase     *database,
                                           GError        **error);
TyStatement *ty_column_table_select_unit  (TyDatabase     *database,
                                           gint64          unit,
                                           GError        **error);
gboolean     ty_column_table_get_seq      (TyDatabase     *database,
                                           gint64         *seq,
                                           GError        **error);
GArray      *ty_column_table_split        (TyDatabase     *database,
                                           guint           n_parts,
                                           GError        **error);

G_END_DECLS
