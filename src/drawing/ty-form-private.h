/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form.h"

G_BEGIN_DECLS

/* A text is laid out in a box without an end to see how long it is. */
#define TY_FORM_ENDLESS 1e6

/* Between a photo and the lines around it, in millimetres. */
#define TY_FORM_PHOTO_PAD 0.3

typedef struct
{
  TyFormPage *page;  /* (unowned) */
  guint cursor;      /* the first row of its list */
  guint line;        /* the first line of what goes on */
} TyFormSheet;

/* What had no room in its box. */
typedef struct
{
  const char *heading;   /* (unowned) */
  const TyFormText *style; /* (unowned): of the box that it had no room in */
  TyFormFitted fitted;
} TyFormRest;

/* A paragraph of the running text. */
typedef struct
{
  const TyFormBlock *block; /* (unowned) */
  TyFormFitted fitted;
  guint line;               /* its first line, of all */
} TyFormRun;

/**
 * TyForm:
 *
 * A template with values: it knows how many pages it has, and draws them. What does not fit into its box
 * in the smallest type goes on on further pages, as rows do that are more than the form has room for.
 */
struct _TyForm
{
  TyFormTemplate *template;
  TyFormWriter *writer;  /* (unowned) */
  TyFormValues *values;  /* (unowned) */
  GArray *sheets;        /* (element-type TyFormSheet) */
  GPtrArray *rests;      /* (element-type TyFormRest) */
  guint n_rest_lines;
  GPtrArray *runs;       /* (element-type TyFormRun) */
  guint n_run_lines;
  GPtrArray *warnings;   /* (element-type utf8) */
};

typedef struct
{
  double x, y, width, height; /* points, without the padding */
} TyFormRoom;

TyFormRoom ty_form_get_room          (const TyFormBox    *box,
                                      const TyFormText   *text);
guint      ty_form_count_kept_lines  (const TyFormRoom   *room,
                                      const TyFormFitted *fitted);
guint      ty_form_get_n_rows        (TyForm             *self,
                                      TyFormPage         *page);
guint      ty_form_get_flow_capacity (const TyFormBox    *flow);
char      *ty_form_dup_written       (const TyFormText   *style,
                                      const char         *text) G_GNUC_WARN_UNUSED_RESULT;
char      *ty_form_dup_label         (TyForm             *self,
                                      TyFormValues       *values,
                                      const char         *label,
                                      guint               page) G_GNUC_WARN_UNUSED_RESULT;
void       ty_form_add_warning       (TyForm             *self,
                                      char               *warning);

/* ty-form-running.c */
GPtrArray *ty_form_runs_new          (void) G_GNUC_WARN_UNUSED_RESULT;
guint      ty_form_runs_add          (TyForm             *self,
                                      TyFormPage         *page);

G_END_DECLS
