/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-agenda-card"

#include "config.h"

#include "ty-agenda-card.h"

#include "ty-agenda-row.h"
#include "ty-format.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define N_FIRST 9 /* rows that are shown before all are asked for */

/**
 * TyAgendaCard:
 *
 * What the office has to do, what is due first in front, below headings that say by when. The first
 * few are shown, and all of them when that is asked for.
 */
struct _TyAgendaCard
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *date_label;
  GtkListBox *list;
  GtkWidget *nothing_box;
  GtkWidget *more_box;
  GtkLabel *more_label;
  GtkToggleButton *more_button;

  TyAgenda *agenda;    /* (owned) (nullable) until it was found */
  GtkSizeGroup *texts; /* (owned) */
  GtkSizeGroup *aways; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TyAgendaCard, ty_agenda_card, ADW_TYPE_BIN)

static guint
count_group (TyAgendaCard  *self,
             TyAgendaGroup  group)
{
  guint n = 0;

  for (guint i = 0; i < self->agenda->items->len; i++)
    n += ty_agenda_get (self->agenda, i)->group == group;
  return n;
}

static GtkWidget *
make_heading (TyAgendaCard  *self,
              TyAgendaGroup  group)
{
  guint n = count_group (self, group);
  g_autofree char *number = ty_text_format_count (n);
  /* Translators: how many things are to be done */
  g_autofree char *count = g_strdup_printf (ngettext ("%s item", "%s items", n), number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (ty_agenda_group_get_label (group));
  GtkWidget *count_label = gtk_label_new (count);

  gtk_widget_add_css_class (box, "ty-agenda-heading");
  gtk_widget_add_css_class (label, "heading");
  if (group == TY_AGENDA_LATE)
    gtk_widget_add_css_class (label, "ty-warn");
  gtk_widget_add_css_class (count_label, "caption");
  gtk_widget_add_css_class (count_label, "dim-label");
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count_label);
  return box;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  TyAgendaCard *self = TY_AGENDA_CARD (user_data);
  TyAgendaGroup group = ty_agenda_row_get_group (TY_AGENDA_ROW (row));

  if (before != NULL && ty_agenda_row_get_group (TY_AGENDA_ROW (before)) == group)
    gtk_list_box_row_set_header (row, NULL);
  else
    gtk_list_box_row_set_header (row, make_heading (self, group));
}

/* Rows that are there show something else: a list of rows that are made anew takes its time. */
static void
fill_rows (TyAgendaCard *self,
           guint         n)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (ty_agenda_row_new (self->texts, self->aways));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      ty_agenda_row_show (TY_AGENDA_ROW (row), ty_agenda_get (self->agenda, i), self->agenda->as_of);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_invalidate_headers (self->list);
}

static void
update (TyAgendaCard *self)
{
  guint n = self->agenda->items->len;
  gboolean all = gtk_toggle_button_get_active (self->more_button);
  guint n_shown = all || n <= N_FIRST + 1 ? n : N_FIRST;
  g_autofree char *left = ty_text_format_count (n - n_shown);
  g_autofree char *number = ty_text_format_count (n);
  g_autofree char *more = g_strdup_printf (ngettext ("%s more item", "%s more items", n - n_shown), left);
  g_autofree char *show = g_strdup_printf (_("Show all %s"), number);

  fill_rows (self, n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->nothing_box, n == 0);
  gtk_widget_set_visible (self->more_box, n > N_FIRST + 1);
  gtk_label_set_label (self->more_label, n_shown < n ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n_shown < n);
  gtk_button_set_label (GTK_BUTTON (self->more_button), n_shown < n ? show : _("Show fewer"));
}

static void
more_cb (TyAgendaCard    *self,
         GtkToggleButton *button)
{
  if (self->agenda != NULL)
    update (self);
}

static void
ty_agenda_card_finalize (GObject *object)
{
  g_clear_pointer (&TY_AGENDA_CARD (object)->agenda, ty_agenda_free);
  g_clear_object (&TY_AGENDA_CARD (object)->texts);
  g_clear_object (&TY_AGENDA_CARD (object)->aways);

  G_OBJECT_CLASS (ty_agenda_card_parent_class)->finalize (object);
}

static void
ty_agenda_card_class_init (TyAgendaCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ty_agenda_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-agenda-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TyAgendaCard, date_label);
  gtk_widget_class_bind_template_child (widget_class, TyAgendaCard, list);
  gtk_widget_class_bind_template_child (widget_class, TyAgendaCard, nothing_box);
  gtk_widget_class_bind_template_child (widget_class, TyAgendaCard, more_box);
  gtk_widget_class_bind_template_child (widget_class, TyAgendaCard, more_label);
  gtk_widget_class_bind_template_child (widget_class, TyAgendaCard, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
ty_agenda_card_init (TyAgendaCard *self)
{
  self->texts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->aways = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
}

/**
 * ty_agenda_card_show:
 * @self: a card
 * @agenda: (transfer full): what is to be done
 */
void
ty_agenda_card_show (TyAgendaCard *self,
                     TyAgenda     *agenda)
{
  g_autofree char *day = ty_format_day_long (agenda->as_of);
  g_autofree char *weekday = ty_format_weekday (agenda->as_of);
  /* Translators: a day and its weekday */
  g_autofree char *caption = g_strdup_printf (C_("heading of a day", "%2$s, %1$s"), day, weekday);

  g_return_if_fail (TY_IS_AGENDA_CARD (self));

  g_clear_pointer (&self->agenda, ty_agenda_free);
  self->agenda = agenda;
  gtk_label_set_label (self->date_label, caption);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->date_label), caption);
  update (self);
}
