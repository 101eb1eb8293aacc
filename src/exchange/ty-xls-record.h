/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TyXlsType:
 *
 * The records of an old workbook that are read ([MS-XLS] 2.3.2).
 */
typedef enum
{
  TY_XLS_FORMULA = 0x0006,
  TY_XLS_EOF = 0x000A,
  TY_XLS_DATE_MODE = 0x0022,
  TY_XLS_PROTECTED = 0x002F,
  TY_XLS_CONTINUE = 0x003C,
  TY_XLS_SHEET = 0x0085,
  TY_XLS_NUMBERS = 0x00BD,
  TY_XLS_RICH_TEXT = 0x00D6,
  TY_XLS_CELL_STYLE = 0x00E0,
  TY_XLS_MERGES = 0x00E5,
  TY_XLS_STRINGS = 0x00FC,
  TY_XLS_SHARED_TEXT = 0x00FD,
  TY_XLS_NUMBER = 0x0203,
  TY_XLS_TEXT = 0x0204,
  TY_XLS_BOOLEAN_OR_ERROR = 0x0205,
  TY_XLS_RESULT = 0x0207,
  TY_XLS_SHORT_NUMBER = 0x027E,
  TY_XLS_FORMAT = 0x041E,
  TY_XLS_BEGIN = 0x0809,
} TyXlsType;

/**
 * TyXlsRecord:
 * @stream: (array length=size): the whole stream
 * @size: of the stream in bytes
 * @next: where the record behind this one begins
 * @type: what it is
 * @at: where reading goes on
 * @end: where the record, or the part of it that is read, ends
 * @failed: whether something was asked for that the record does not have; it was zero then
 *
 * A record of a stream, read from its beginning to its end.
 */
typedef struct
{
  const guint8 *stream;
  gsize size;
  gsize next;
  guint type;
  gsize at;
  gsize end;
  gboolean failed;
} TyXlsRecord;

void     ty_xls_record_init        (TyXlsRecord  *self,
                                    GBytes       *stream,
                                    gsize         offset);
gboolean ty_xls_record_step        (TyXlsRecord  *self);
gsize    ty_xls_record_get_left    (TyXlsRecord  *self);
guint    ty_xls_record_take_8      (TyXlsRecord  *self);
guint    ty_xls_record_take_16     (TyXlsRecord  *self);
guint32  ty_xls_record_take_32     (TyXlsRecord  *self);
double   ty_xls_record_take_double (TyXlsRecord  *self);
void     ty_xls_record_skip        (TyXlsRecord  *self,
                                    gsize         n);
void     ty_xls_record_take_text   (TyXlsRecord  *self,
                                    guint         n_chars,
                                    GString      *text);

G_END_DECLS
