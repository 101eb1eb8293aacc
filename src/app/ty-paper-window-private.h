/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form-set.h"
#include "ty-paper-save.h"
#include "ty-paper-window.h"
#include "ty-problem-bar.h"

G_BEGIN_DECLS

struct _TyPaperWindow
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  TyPaperSave *save;
  GtkSwitch *traditional_switch;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  GtkListBox *forms_list;
  GtkSwitch *blank_switch;
  GtkDropDown *sides_drop;
  GtkSpinButton *right_spin;
  GtkSpinButton *down_spin;
  GtkDrawingArea *area;
  GtkScrolledWindow *scrolled;
  GtkLabel *remarks_label;
  GtkLabel *page_label;

  /* Owned */
  TyOffice *office;
  GArray *people;            /* (element-type gint64) */
  GCancellable *cancellable; /* (nullable): of the preview that is being read */
  TyFormTemplate *template;  /* (nullable) */
  TyFormSet *forms;          /* (nullable): what the preview shows */

  const char *form_key;      /* of the settings: under which the form is remembered */
  guint page;
  double zoom;               /* pixels for a point; 0 = the whole page */
  gboolean seen;             /* that the forms are looked at is noted once */
  guint remarks_id;          /* until what was drawn is told */
  gboolean busy;             /* something is being printed or saved */
  GCancellable *saving;      /* (owned) (nullable): while forms are written */
};

enum
{
  TY_PAPER_SIGNAL_SAVED,
  TY_PAPER_SIGNAL_PRINTED,
  TY_PAPER_N_SIGNALS
};

extern guint ty_paper_window_signals[TY_PAPER_N_SIGNALS];

void ty_paper_window_set_busy          (TyPaperWindow  *self,
                                        gboolean        busy);
gboolean ty_paper_window_is_blank      (TyPaperWindow  *self);

/* ty-paper-window-save.c */
void ty_paper_window_install_save      (GtkWidgetClass *widget_class);

G_END_DECLS
