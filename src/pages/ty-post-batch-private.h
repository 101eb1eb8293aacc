/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pick-row.h"
#include "ty-post-batch.h"
#include "ty-post-lines.h"
#include "ty-problem-bar.h"

G_BEGIN_DECLS

/**
 * TyPostBatch:
 *
 * Appointments and removals by one document: lines are pasted, it is said what happens to whom, what is not
 * clear is asked, and all of it is one action.
 */
struct _TyPostBatch
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  GtkWidget *content;
  GtkEditable *document_row;
  GtkEditable *date_row;
  GtkEditable *filing_number_row;
  GtkEditable *filing_date_row;
  AdwComboRow *how_row;
  GtkSwitch *end_switch;
  GtkTextView *text_view;
  GtkTextBuffer *buffer;
  GtkLabel *count_label;
  GtkListBox *list;
  TyPickRow *add_row;
  GtkWidget *line_group;
  GtkSwitch *leave_switch;
  TyPickRow *person_row;
  TyPickRow *unit_row;
  TyPickRow *post_row;

  /* Owned */
  TyOffice *office;
  GPtrArray *lines;      /* (element-type TyPostLine) */
  GPtrArray *notes;      /* (nullable) (element-type TyPostNote): of the changes */
  GArray *line_of;       /* (element-type guint): of each change that was looked at, its line */
  GCancellable *cancellable;
  GCancellable *reading; /* (nullable) */
  GCancellable *looking; /* (nullable) */

  gint64 added;          /* who was added by search and is not among the lines yet, or 0 */
  guint read_id;
  gboolean select_last;  /* whether the last line is selected when the list is filled */
  gboolean filling;      /* whether a line is shown */
};

int  ty_post_batch_get_selected (TyPostBatch    *self);
void ty_post_batch_look         (TyPostBatch    *self);
/* In ty-post-batch-line.c. */
void ty_post_batch_settle_added (TyPostBatch    *self);
void ty_post_batch_bind_line    (GtkWidgetClass *widget_class);

G_END_DECLS
