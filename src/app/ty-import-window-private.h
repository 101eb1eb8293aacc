/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-window.h"

#include "ty-import-columns.h"
#include "ty-import-review.h"
#include "ty-import-set.h"
#include "ty-office-tables.h"
#include "ty-problem-bar.h"

G_BEGIN_DECLS

struct _TyImportWindow
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  GtkStack *stack;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkWidget *run_button;
  GtkWidget *choose_button;
  GtkLabel *busy_label;
  GtkProgressBar *progress_bar;
  AdwComboRow *file_row;
  AdwComboRow *kind_row;
  AdwComboRow *sheet_row;
  AdwEntryRow *as_of_row;
  AdwEntryRow *end_row;
  AdwEntryRow *name_row;
  GtkLabel *look_label;
  TyImportColumns *columns;
  TyImportReview *review;

  /* Owned */
  TyOffice *office;
  GCancellable *cancellable;
  TyImportSet *set;         /* (nullable): what was chosen, where not all of it are tables */
  GPtrArray *tables;        /* (nullable) (element-type TyImportTable): those that are imported together */
  GPtrArray *later;         /* (element-type TyImportSource): tables of other kinds */
  TyImportPlan *plan;       /* (nullable) */
  guint current;            /* the table whose columns are shown */
  gboolean only_current;    /* only this one is looked at again */
  gboolean filling;
  gboolean working;
  gboolean begun;           /* while it works: whether something was entered before */
};

TyImportTable *ty_import_window_get_table     (TyImportWindow *self);
void           ty_import_window_begin_work    (TyImportWindow *self,
                                               const char     *text);
void           ty_import_window_end_work      (TyImportWindow *self,
                                               const char     *step,
                                               const GError   *error);
void           ty_import_window_leave         (TyImportWindow *self);

/* ty-import-window-columns.c */
GPtrArray     *ty_import_window_list_sources  (TyImportWindow *self) G_GNUC_WARN_UNUSED_RESULT;
void           ty_import_window_take_sources  (TyImportWindow *self,
                                               GPtrArray      *sources);
void           ty_import_window_keep_name     (TyImportWindow *self);
void           ty_import_window_bind_columns  (GtkWidgetClass *widget_class);

/* ty-import-window-files.c */
void           ty_import_window_install_files (GtkWidgetClass *widget_class);
void           ty_import_window_accept_files  (TyImportWindow *self);

G_END_DECLS
