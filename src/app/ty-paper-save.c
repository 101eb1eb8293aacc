/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-paper-save"

#include "config.h"

#include "ty-paper-save.h"

#include "ty-form-naming.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order of the names that are offered; the last one is written by the user. */
static const char *const patterns[] = { "{name}", "{no}_{name}", "{township}{village}_{name}",
                                        "{name}_{birth_month}", "{name}_{form}" };

static const char *const packs[] = { "one", "folder", "zip" };

/**
 * TyPaperSave:
 *
 * How forms are written: as what, in how many files, and how these are called. The choice is remembered.
 */
struct _TyPaperSave
{
  GtkBox parent_instance;

  /* Template */
  GtkDropDown *format_drop;
  GtkDropDown *pack_drop;
  GtkDropDown *names_drop;
  GtkEntry *pattern_entry;

  gboolean of_all;   /* the form has all people in it */
  gboolean filling;  /* what was remembered is being shown */
};

G_DEFINE_FINAL_TYPE (TyPaperSave, ty_paper_save, GTK_TYPE_BOX)

static void
update (TyPaperSave *self)
{
  gboolean several = ty_paper_save_get_pack (self) != TY_FORM_PACK_ONE;

  gtk_widget_set_sensitive (GTK_WIDGET (self->pack_drop), !self->of_all);
  gtk_widget_set_sensitive (GTK_WIDGET (self->names_drop), several);
  gtk_widget_set_visible (GTK_WIDGET (self->pattern_entry),
                          several && gtk_drop_down_get_selected (self->names_drop) == G_N_ELEMENTS (patterns));
}

static void
remember (TyPaperSave *self)
{
  g_autofree char *naming = ty_paper_save_dup_naming (self);
  guint pack = gtk_drop_down_get_selected (self->pack_drop);

  g_settings_set_string (ty_settings_get (), "paper-format",
                         ty_form_format_get_extension (ty_paper_save_get_format (self)));
  if (pack < G_N_ELEMENTS (packs))
    g_settings_set_string (ty_settings_get (), "paper-files", packs[pack]);
  g_settings_set_string (ty_settings_get (), "paper-names", naming);
}

/* A pattern that cannot be is told at the entry, with the words that there are. */
static void
check_pattern (TyPaperSave *self)
{
  g_autofree char *naming = ty_paper_save_dup_naming (self);
  g_autoptr(GError) error = NULL;
  gboolean fine = ty_form_naming_check (naming, &error);

  if (fine)
    gtk_widget_remove_css_class (GTK_WIDGET (self->pattern_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->pattern_entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pattern_entry), fine ? NULL : error->message);
}

static void
changed_cb (TyPaperSave *self)
{
  if (self->filling)
    return;

  update (self);
  check_pattern (self);
  remember (self);
}

static void
fill (TyPaperSave  *self,
      TyFormFormat  format,
      TyFormPack    pack,
      const char   *naming)
{
  guint selected = G_N_ELEMENTS (patterns);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (strcmp (patterns[i], naming) == 0)
      selected = i;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->format_drop, format);
  gtk_drop_down_set_selected (self->pack_drop, pack);
  gtk_drop_down_set_selected (self->names_drop, selected);
  gtk_editable_set_text (GTK_EDITABLE (self->pattern_entry), naming);
  self->filling = FALSE;
  update (self);
  check_pattern (self);
}

static void
fill_remembered (TyPaperSave *self)
{
  g_autofree char *extension = g_settings_get_string (ty_settings_get (), "paper-format");
  g_autofree char *word = g_settings_get_string (ty_settings_get (), "paper-files");
  g_autofree char *naming = g_settings_get_string (ty_settings_get (), "paper-names");
  TyFormFormat format = TY_FORM_FORMAT_PDF;
  TyFormPack pack = TY_FORM_PACK_ONE;

  ty_form_format_parse (extension, &format);
  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    if (strcmp (packs[i], word) == 0)
      pack = (TyFormPack) i;
  fill (self, format, pack, *naming != '\0' ? naming : patterns[0]);
}

static void
ty_paper_save_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_PAPER_SAVE);

  G_OBJECT_CLASS (ty_paper_save_parent_class)->dispose (object);
}

static void
ty_paper_save_class_init (TyPaperSaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_paper_save_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touyan/Touyan/ui/app/ty-paper-save.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPaperSave, format_drop);
  gtk_widget_class_bind_template_child (widget_class, TyPaperSave, pack_drop);
  gtk_widget_class_bind_template_child (widget_class, TyPaperSave, names_drop);
  gtk_widget_class_bind_template_child (widget_class, TyPaperSave, pattern_entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ty_paper_save_init (TyPaperSave *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_remembered (self);
}

/**
 * ty_paper_save_set_template:
 * @self: choices
 * @template: the form that is written
 *
 * A form that has all people in it is always one file.
 */
void
ty_paper_save_set_template (TyPaperSave    *self,
                            TyFormTemplate *template)
{
  self->of_all = ty_form_template_get_of (template) == TY_FORM_OF_PEOPLE;
  update (self);
}

/**
 * ty_paper_save_choose:
 * @self: choices
 * @format: what files are
 * @pack: how they are handed out
 * @naming: how files of one form each are called
 *
 * Chooses as if by hand.
 */
void
ty_paper_save_choose (TyPaperSave  *self,
                      TyFormFormat  format,
                      TyFormPack    pack,
                      const char   *naming)
{
  fill (self, format, pack, naming);
  remember (self);
}

/**
 * ty_paper_save_get_format:
 * @self: choices
 *
 * Returns: what files are
 */
TyFormFormat
ty_paper_save_get_format (TyPaperSave *self)
{
  return gtk_drop_down_get_selected (self->format_drop) == TY_FORM_FORMAT_DOCX ? TY_FORM_FORMAT_DOCX
                                                                                : TY_FORM_FORMAT_PDF;
}

/**
 * ty_paper_save_get_pack:
 * @self: choices
 *
 * Returns: how they are handed out
 */
TyFormPack
ty_paper_save_get_pack (TyPaperSave *self)
{
  guint pack = gtk_drop_down_get_selected (self->pack_drop);

  return self->of_all || pack > TY_FORM_PACK_ZIP ? TY_FORM_PACK_ONE : (TyFormPack) pack;
}

/**
 * ty_paper_save_dup_naming:
 * @self: choices
 *
 * Returns: (transfer full): how files of one form each are called
 */
char *
ty_paper_save_dup_naming (TyPaperSave *self)
{
  guint selected = gtk_drop_down_get_selected (self->names_drop);

  return g_strdup (selected < G_N_ELEMENTS (patterns) ? patterns[selected]
                                                      : gtk_editable_get_text (GTK_EDITABLE (self->pattern_entry)));
}
