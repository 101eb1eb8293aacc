/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-person-page.h"
#include "ty-person-sections.h"
#include "ty-portrait-view.h"

G_BEGIN_DECLS

typedef enum
{
  TY_PERSON_FORM_BASICS,
  TY_PERSON_FORM_NEW_ROW,
  TY_PERSON_FORM_ROW,
  TY_PERSON_FORM_POSTS, /* the section is a TyPostMove */
  TY_PERSON_FORM_OWN,
} TyPersonFormKind;

typedef struct
{
  TyPersonFormKind kind;
  guint section;
  guint index;
} TyPersonForm;

/**
 * TyPersonPage:
 *
 * One person, one file (一人一档): at the left who it is, at the right the sections as cards. Its
 * forms are opened in ty-person-page-forms.c.
 */
struct _TyPersonPage
{
  TyPage parent_instance;

  /* Template */
  GtkStack *stack;
  TyPortraitView *portrait;
  GtkBox *who_box;
  GtkBox *tags_box;
  GtkListBox *index;
  GtkBox *content;
  AdwBin *time_line_bin;
  GtkBox *first_column;
  GtkBox *second_column;
  GtkScrolledWindow *scroller;

  /* Owned */
  TyPersonFile *file; /* (nullable) */
  GCancellable *attaching; /* (nullable) while files are attached */
  GCancellable *checking; /* (nullable): while checks and history are awaited */
  GtkWidget *cards[TY_N_PERSON_SECTIONS]; /* (unowned) (nullable) */

  /* Borrowed: children, while files are attached */
  GtkWidget *progress_box;      /* (nullable) */
  GtkProgressBar *progress_bar; /* (nullable) */

  gint64 person;
  gint64 shown; /* whose file it is */
  guint next_section;  /* whose card comes next */
  TyRevealed revealed;
  TyPersonForm asked; /* the form that was asked for last */
  gboolean opening;   /* whether a form waits until it is noted what it shows */
};

void ty_person_page_reveal       (TyPersonPage *self,
                                  TyRevealed    bit,
                                  const char   *what);
void ty_person_page_rebuild      (TyPersonPage    *self,
                                  TyPersonSection  section);
void ty_person_page_install_privacy (GtkWidgetClass *widget_class);
void ty_person_page_start_privacy   (TyPersonPage *self);
void ty_person_page_attach       (TyPersonPage       *self,
                                  const char * const *paths);
void ty_person_page_choose_files  (TyPersonPage   *self);
void ty_person_page_accept_files  (TyPersonPage   *self);
void ty_person_page_install_files (GtkWidgetClass *widget_class);
void ty_person_page_cut_photo     (TyPersonPage   *self,
                                   const char     *path);
void ty_person_page_accept_photo  (TyPersonPage   *self);
void ty_person_page_update_photo  (TyPersonPage   *self);
void ty_person_page_install_photo (GtkWidgetClass *widget_class);
void ty_person_page_ask_for_form (TyPersonPage *self,
                                  TyPersonForm  form);
void ty_person_page_update_forms (TyPersonPage *self);

G_END_DECLS
