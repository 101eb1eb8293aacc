/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TyCsvEncoding:
 * @TY_CSV_UTF_8: UTF-8 behind a byte order mark, by which spreadsheets know it
 * @TY_CSV_GB18030: GB 18030, for programs that know nothing else
 *
 * How the characters of a CSV are written.
 */
typedef enum
{
  TY_CSV_UTF_8,
  TY_CSV_GB18030,
} TyCsvEncoding;

TyCsvWriter *ty_csv_writer_new        (int            fd,
                                       TyCsvEncoding  encoding) G_GNUC_WARN_UNUSED_RESULT;
void         ty_csv_writer_free       (TyCsvWriter   *self);
void         ty_csv_writer_add_text   (TyCsvWriter   *self,
                                       const char    *text);
void         ty_csv_writer_add_number (TyCsvWriter   *self,
                                       double         number);
gboolean     ty_csv_writer_end_row    (TyCsvWriter   *self,
                                       GError       **error);
gboolean     ty_csv_writer_finish     (TyCsvWriter   *self,
                                       GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCsvWriter, ty_csv_writer_free)

G_END_DECLS
