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
#include "ty-widget-action.h"

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
  for (guint i = 0; i < ty_record_get_info (row)->n_fields; i++)
    {
      const char *name = ty_person_section_get_linked_name (section, self->file, index, i);

      if (name != NULL)
        ty_record_editor_set_linked_name (editor, i, name);
    }
  present_editor (self, editor);
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
}

static void
present_form (TyPersonPage *self,
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

/* What the form shows that the page masks: columns of the person, or tables of rows. */
static GPtrArray *
list_sensitive (TyPersonPage *self,
                TyPersonForm  form)
{
  GPtrArray *whats = g_ptr_array_new ();
  TyRecord *person = TY_RECORD (self->file->person);
  TyRecord *row = form.kind == TY_PERSON_FORM_ROW
                    ? ty_person_section_get_row (form.section, self->file, form.index) : NULL;

  for (guint i = 0; form.kind == TY_PERSON_FORM_BASICS && i < ty_person_info.n_fields; i++)
    if (has_sensitive_value (person, i))
      g_ptr_array_add (whats, (gpointer) ty_person_info.fields[i].column);
  if (row != NULL && has_sensitive_values (row))
    g_ptr_array_add (whats, (gpointer) ty_record_get_info (row)->table);
  if (form.kind == TY_PERSON_FORM_OWN && ty_person_section_is_masked (TY_PERSON_SECTION_OWN, self->file))
    g_ptr_array_add (whats, (gpointer) ty_custom_value_info.table);
  return whats;
}

/* A form that opens once it is noted what it shows. */
typedef struct
{
  TyPersonPage *page; /* (owned) */
  gint64 person;
  TyPersonForm form;
  guint n_left;
  gboolean failed;
} Opening;

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Opening *opening = user_data;
  TyPersonPage *self = opening->page;
  g_autoptr(GError) error = NULL;

  if (!ty_office_note_shown_finish (TY_OFFICE (source), result, &error) && !opening->failed)
    {
      opening->failed = TRUE;
      ty_page_tell_problem (TY_PAGE (self), error);
    }
  if (--opening->n_left > 0)
    return;

  self->opening = FALSE;
  if (!opening->failed && self->file != NULL && self->person == opening->person
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    present_form (self, opening->form);
  g_object_unref (self);
  g_free (opening);
}

/* What is masked on the page is shown by a form only after that was noted. */
static void
open_form (TyPersonPage *self,
           TyPersonForm  form)
{
  g_autoptr(GPtrArray) whats = list_sensitive (self, form);
  Opening *opening;

  if (self->opening)
    return;
  if (whats->len == 0)
    {
      present_form (self, form);
      return;
    }

  opening = g_new0 (Opening, 1);
  *opening = (Opening){ g_object_ref (self), self->person, form, whats->len, FALSE };
  self->opening = TRUE;
  for (guint i = 0; i < whats->len; i++)
    ty_office_note_shown_async (ty_page_get_office (TY_PAGE (self)), self->person,
                                g_ptr_array_index (whats, i), noted_cb, opening);
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
 * Opens a form; who looks at another day than today is asked first, once. A file that is only read has none.
 */
void
ty_person_page_ask_for_form (TyPersonPage *self,
                             TyPersonForm  form)
{
  if (self->file == NULL || ty_office_is_read_only (ty_page_get_office (TY_PAGE (self))))
    return;

  self->asked = form;
  ty_day_question_ask (TY_PAGE (self), open_asked, NULL, NULL);
}

/**
 * ty_person_page_update_forms:
 * @self: a page that shows somebody
 *
 * A file that is only read offers no forms.
 */
void
ty_person_page_update_forms (TyPersonPage *self)
{
  static const char *const actions[] = { "person.edit", "person.edit-own", "person.add-row", "person.edit-row",
                                         "person.change-posts", "person.merge" };
  gboolean writable = !ty_office_is_read_only (ty_page_get_office (TY_PAGE (self)));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    ty_widget_action_enable (GTK_WIDGET (self), actions[i], writable);
}
