/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-page"

#include "config.h"

#include "ty-person-page-private.h"

#include "ty-custom-value.h"
#include "ty-day-question.h"
#include "ty-education.h"
#include "ty-mask.h"
#include "ty-office-person.h"
#include "ty-post-forms.h"
#include "ty-record-editor.h"
#include "ty-resume-entry.h"

#include <glib/gi18n-lib.h>

static void
saved_cb (TyPersonPage   *self,
          const char     *text,
          TyRecordEditor *editor)
{
  const char *name = ty_record_get_text (TY_RECORD (self->file->person), TY_PERSON_NAME);
  /* Translators: what was done, and in whose file: “Honour added: 张三” */
  g_autofree char *told = g_strdup_printf (_("%s: %s"), text, name);

  ty_page_tell_done (TY_PAGE (self), told);
}

static void
present_editor (TyPersonPage   *self,
                TyRecordEditor *editor)
{
  gtk_window_set_transient_for (GTK_WINDOW (editor),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static gboolean
has_sensitive_value (TyRecord *record,
                     guint     field)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[field];
  const char *value = ty_mask_is_needed (info) ? ty_record_get_text (record, field) : NULL;

  return value != NULL && *value != '\0';
}

static gboolean
has_sensitive_values (TyRecord *record)
{
  for (guint i = 0; i < ty_record_get_info (record)->n_fields; i++)
    if (has_sensitive_value (record, i))
      return TRUE;

  return FALSE;
}

static void
edit_basics (TyPersonPage *self)
{
  TyRecord *person = TY_RECORD (self->file->person);

  present_editor (self, ty_record_editor_new (ty_page_get_office (TY_PAGE (self)), person, person));

  /* The form shows what the page masks. */
  for (guint i = 0; i < ty_person_info.n_fields; i++)
    if (has_sensitive_value (person, i))
      ty_person_page_note_shown (self, ty_person_info.fields[i].column);
}

/* What is entered now is entered today, whatever day is looked at. */
static TyRecord *
make_row (TyPersonPage       *self,
          const TyRecordInfo *info)
{
  const TyFieldInfo *from = ty_record_info_find_field (info, "from_date");
  TyRecord *row = ty_record_new (info);

  ty_record_set_integer (row, 0, self->person);
  if (from != NULL && info != &ty_resume_entry_info && info != &ty_education_info)
    ty_record_set_date (row, (guint) (from - info->fields), ty_date_today ());
  return row;
}

static void
add_row (TyPersonPage *self,
         guint         section)
{
  const TyRecordInfo *info = ty_person_section_get_info (section);
  g_autoptr(TyRecord) row = NULL;

  if (info == NULL)
    return;
  if (section == TY_PERSON_SECTION_ATTACHMENTS)
    {
      ty_person_page_choose_files (self);
      return;
    }

  row = make_row (self, info);
  present_editor (self, ty_record_editor_new (ty_page_get_office (TY_PAGE (self)), NULL, row));
}

static void
edit_row (TyPersonPage *self,
          guint         section,
          guint         index)
{
  TyRecord *row = ty_person_section_get_row (section, self->file, index);
  const char *unit_name = ty_person_section_get_unit_name (section, self->file, index);
  TyRecordEditor *editor;

  if (row == NULL)
    return;

  /* Of a term of which nothing is said yet, it is a new row. */
  editor = ty_record_editor_new (ty_page_get_office (TY_PAGE (self)),
                                 section == TY_PERSON_SECTION_MANDATES && index >= self->file->n_mandates
                                   ? NULL : row, row);
  if (unit_name != NULL)
    ty_record_editor_set_unit_name (editor, unit_name);
  present_editor (self, editor);
  if (has_sensitive_values (row))
    ty_person_page_note_shown (self, ty_record_get_info (row)->table);
}

static void
change_posts (TyPersonPage *self,
              TyPostMove    move)
{
  TyPostEditor *editor = ty_post_editor_new (ty_page_get_office (TY_PAGE (self)), move);

  ty_post_editor_add_person (editor, self->person,
                             ty_record_get_text (TY_RECORD (self->file->person), TY_PERSON_NAME));
  ty_post_forms_present (TY_PAGE (self), editor);
}

static void
edit_own (TyPersonPage *self)
{
  present_editor (self, ty_record_editor_new_own (ty_page_get_office (TY_PAGE (self)), self->person,
                                                  self->file->own_fields, self->file->own_values));
  if (ty_person_section_is_masked (TY_PERSON_SECTION_OWN, self->file))
    ty_person_page_note_shown (self, ty_custom_value_info.table);
}

static void
open_form (TyPersonPage *self,
           TyPersonForm  form)
{
  if (form.kind == TY_PERSON_FORM_BASICS)
    edit_basics (self);
  else if (form.kind == TY_PERSON_FORM_POSTS)
    change_posts (self, form.section);
  else if (form.kind == TY_PERSON_FORM_OWN)
    edit_own (self);
  else if (form.kind == TY_PERSON_FORM_NEW_ROW)
    add_row (self, form.section);
  else
    edit_row (self, form.section, form.index);
}

static void
open_asked (TyPage   *page,
            gpointer  data)
{
  TyPersonPage *self = TY_PERSON_PAGE (page);

  if (self->file != NULL)
    open_form (self, self->asked);
}

/**
 * ty_person_page_ask_for_form:
 * @self: a page
 * @form: which form
 *
 * Opens a form; who looks at another day than today is asked first, once.
 */
void
ty_person_page_ask_for_form (TyPersonPage *self,
                             TyPersonForm  form)
{
  if (self->file == NULL)
    return;

  self->asked = form;
  ty_day_question_ask (TY_PAGE (self), open_asked, NULL, NULL);
}
