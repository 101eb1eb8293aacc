/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mentor-line"

#include "config.h"

#include "ty-mentor-line.h"

#include "ty-font-features.h"
#include "ty-widget-theme.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH 84    /* pixels */
#define LEVEL_WIDTH 52
#define PLACE_WIDTH 210
#define BLOCK_WIDTH 14
#define BLOCK_HEIGHT 10
#define BLOCK_GAP 3
#define MOST_BLOCKS 8
#define LOAD_WIDTH 176
#define CHIP_HEIGHT 24
#define CHIP_PADDING 10
#define CHIP_GAP 6
#define LINE 36
#define LEAST_WIDTH 620

/**
 * TyMentorLine:
 *
 * A mentor of the board: name, level, unit, how many places are taken, and the mentees as chips, in as many
 * lines as they need. The chips are drawn; which one is chosen is told by a ring and by the name of the row.
 */
struct _TyMentorLine
{
  GtkWidget parent_instance;

  TyMentorItem *item;  /* (owned) (nullable) */
  PangoLayout *layout; /* (owned) */
  int chosen;          /* -1 = none */
};

G_DEFINE_FINAL_TYPE (TyMentorLine, ty_mentor_line, GTK_TYPE_WIDGET)

static double
set_text (TyMentorLine *self,
          const char  *text,
          double       scale,
          gboolean     bold,
          double       room)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  ty_font_features_add (attributes);
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_ellipsize (self->layout, room >= 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (self->layout, room >= 0 ? (int) (room * PANGO_SCALE) : -1);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

/* Places the chips behind what is said of the mentor.
 * @places: (nullable) (element-type GdkRectangle)
 * Returns: how high the row is */
static int
place_chips (TyMentorLine *self,
             int          width,
             GArray      *places)
{
  int first = NAME_WIDTH + LEVEL_WIDTH + PLACE_WIDTH + LOAD_WIDTH;
  int x = first, y = (LINE - CHIP_HEIGHT) / 2;

  for (guint i = 0; self->item != NULL && i < ty_mentor_item_get_n (self->item); i++)
    {
      const TyPairingCard *card = ty_mentor_item_get_card (self->item, i);
      int chip = (int) set_text (self, card->face->name, 0.93, card->overdue, -1) + 2 * CHIP_PADDING;

      if (x > first && x + chip > width)
        {
          x = first;
          y += CHIP_HEIGHT + CHIP_GAP;
        }
      if (places != NULL)
        g_array_append_vals (places, &(GdkRectangle){ x, y, chip, CHIP_HEIGHT }, 1);
      x += chip + CHIP_GAP;
    }
  return y + CHIP_HEIGHT + (LINE - CHIP_HEIGHT) / 2;
}

static void
ty_mentor_line_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = LEAST_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = place_chips (TY_MENTOR_LINE (widget), MAX (for_size, LEAST_WIDTH), NULL);
}

static GtkSizeRequestMode
ty_mentor_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
write_text (TyMentorLine   *self,
            cairo_t       *cr,
            const TyTheme *theme,
            const char    *text,
            double         scale,
            gboolean       bold,
            TyColorName    color,
            double         x,
            double         middle,
            double         room)
{
  int height;

  if (text == NULL)
    return;
  set_text (self, text, scale, bold, room);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  ty_theme_set_source (theme, cr, color);
  cairo_move_to (cr, x, middle - height / 2.0);
  pango_cairo_show_layout (cr, self->layout);
}

static void
add_box (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height,
         double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* A block for each place: filled = taken. Who has more than there are places is told in warm. */
static void
draw_load (TyMentorLine         *self,
           cairo_t             *cr,
           const TyTheme       *theme,
           const TyBoardMentor *mentor,
           double               x)
{
  guint n = MIN (MAX (mentor->capacity, mentor->load), MOST_BLOCKS);
  g_autofree char *text = g_strdup_printf ("%u/%u", mentor->load, mentor->capacity);
  gboolean over = mentor->load > mentor->capacity;

  for (guint i = 0; i < n; i++)
    {
      gboolean taken = i < mentor->load;
      double left = x + i * (BLOCK_WIDTH + BLOCK_GAP);

      add_box (cr, left + 0.5, (LINE - BLOCK_HEIGHT) / 2.0 + 0.5, BLOCK_WIDTH - 1, BLOCK_HEIGHT - 1, 2);
      ty_theme_set_source (theme, cr, taken ? (i >= mentor->capacity ? TY_COLOR_WARN : TY_COLOR_SERIES_1)
                                            : TY_COLOR_DIM);
      cairo_set_line_width (cr, 1);
      if (taken)
        cairo_fill (cr);
      else
        cairo_stroke (cr);
    }
  write_text (self, cr, theme, text, 0.93, over, over ? TY_COLOR_WARN : TY_COLOR_FG,
              x + MAX (n, 3) * (BLOCK_WIDTH + BLOCK_GAP) + 5, LINE / 2.0, -1);
}

static void
draw_chips (TyMentorLine   *self,
            cairo_t       *cr,
            const TyTheme *theme,
            int            width)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));

  place_chips (self, width, places);
  for (guint i = 0; i < places->len; i++)
    {
      const GdkRectangle *place = &g_array_index (places, GdkRectangle, i);
      const TyPairingCard *card = ty_mentor_item_get_card (self->item, i);
      gboolean chosen = (int) i == self->chosen;

      add_box (cr, place->x + 0.5, place->y + 0.5, place->width - 1, place->height - 1, CHIP_HEIGHT / 2.0 - 0.5);
      ty_theme_set_source (theme, cr, TY_COLOR_TINT);
      if (card->column != TY_PAIRING_COLUMN_PROPOSED)
        cairo_fill_preserve (cr);
      ty_theme_set_source (theme, cr, chosen ? TY_COLOR_ACCENT_TEXT : TY_COLOR_LINE2);
      cairo_set_line_width (cr, chosen ? 2 : 1);
      if (chosen || card->column == TY_PAIRING_COLUMN_PROPOSED || theme->distinct)
        cairo_stroke (cr);
      cairo_new_path (cr);
      write_text (self, cr, theme, card->face->name, 0.93, card->overdue,
                  card->overdue ? TY_COLOR_WARN : TY_COLOR_FG, place->x + CHIP_PADDING,
                  place->y + place->height / 2.0, -1);
    }
}

static void
ty_mentor_line_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TyMentorLine *self = TY_MENTOR_LINE (widget);
  const TyBoardMentor *mentor = self->item != NULL ? ty_mentor_item_get_mentor (self->item) : NULL;
  int width = gtk_widget_get_width (widget);
  TyTheme theme;
  cairo_t *cr;

  if (mentor == NULL)
    return;

  ty_widget_theme_read (widget, &theme);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (widget)));
  write_text (self, cr, &theme, mentor->name, 1, TRUE, TY_COLOR_FG, 0, LINE / 2.0, NAME_WIDTH - 6);
  write_text (self, cr, &theme, mentor->level, 0.86, FALSE, TY_COLOR_DIM, NAME_WIDTH, LINE / 2.0,
              LEVEL_WIDTH - 6);
  write_text (self, cr, &theme, mentor->place, 0.93, FALSE, TY_COLOR_DIM, NAME_WIDTH + LEVEL_WIDTH, LINE / 2.0,
              PLACE_WIDTH - 12);
  draw_load (self, cr, &theme, mentor, NAME_WIDTH + LEVEL_WIDTH + PLACE_WIDTH);
  draw_chips (self, cr, &theme, width);
  cairo_destroy (cr);
}

static void
ty_mentor_line_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ty_mentor_line_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (TY_MENTOR_LINE (widget)->layout);
  gtk_widget_queue_resize (widget);
}

/* The whole of a card, as on the other arrangement. */
static gboolean
ty_mentor_line_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  TyMentorLine *self = TY_MENTOR_LINE (widget);
  int chip = keyboard ? self->chosen : ty_mentor_line_pick (self, x, y);
  const TyPairingCard *card = chip >= 0 ? ty_mentor_item_get_card (self->item, (guint) chip) : NULL;
  g_autofree char *text = card != NULL ? ty_pair_face_dup_text (card->face) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
tell_name (TyMentorLine *self)
{
  const TyBoardMentor *mentor = self->item != NULL ? ty_mentor_item_get_mentor (self->item) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  const TyPairingCard *chosen;

  if (mentor == NULL)
    return;

  chosen = self->chosen >= 0 ? ty_mentor_item_get_card (self->item, (guint) self->chosen) : NULL;
  if (chosen != NULL)
    {
      g_autofree char *card = ty_pair_face_dup_text (chosen->face);

      g_string_append (text, card);
    }
  else
    {
      /* Translators: a mentor, from which level, and how many places of how many are taken */
      g_string_append_printf (text, _("%1$s, %2$s, %3$u of %4$u places taken"), mentor->name,
                              mentor->level != NULL ? mentor->level : "—", mentor->load, mentor->capacity);
      for (guint i = 0; i < ty_mentor_item_get_n (self->item); i++)
        g_string_append_printf (text, "%s%s", C_("parts of a card read out", ", "),
                                ty_mentor_item_get_card (self->item, i)->face->name);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

static void
ty_mentor_line_dispose (GObject *object)
{
  ty_mentor_line_set_item (TY_MENTOR_LINE (object), NULL);

  G_OBJECT_CLASS (ty_mentor_line_parent_class)->dispose (object);
}

static void
ty_mentor_line_finalize (GObject *object)
{
  g_object_unref (TY_MENTOR_LINE (object)->layout);

  G_OBJECT_CLASS (ty_mentor_line_parent_class)->finalize (object);
}

static void
ty_mentor_line_class_init (TyMentorLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_mentor_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_mentor_line_finalize;
  widget_class->measure = ty_mentor_line_measure;
  widget_class->get_request_mode = ty_mentor_line_get_request_mode;
  widget_class->snapshot = ty_mentor_line_snapshot;
  widget_class->css_changed = ty_mentor_line_css_changed;
  widget_class->query_tooltip = ty_mentor_line_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "mentorline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ty_mentor_line_init (TyMentorLine *self)
{
  self->chosen = -1;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * ty_mentor_line_new:
 *
 * Returns: (transfer floating): a row without a mentor
 */
GtkWidget *
ty_mentor_line_new (void)
{
  return g_object_new (TY_TYPE_MENTOR_LINE, NULL);
}

static void
changed_cb (TyMentorLine *self)
{
  if (self->item != NULL && self->chosen >= (int) ty_mentor_item_get_n (self->item))
    self->chosen = (int) ty_mentor_item_get_n (self->item) - 1;
  tell_name (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ty_mentor_line_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 */
void
ty_mentor_line_set_item (TyMentorLine  *self,
                        TyMentorItem *item)
{
  g_return_if_fail (TY_IS_MENTOR_LINE (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, changed_cb, self);
  g_set_object (&self->item, item);
  self->chosen = -1;
  if (item == NULL)
    return;

  g_signal_connect_object (item, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/**
 * ty_mentor_line_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TyMentorItem *
ty_mentor_line_get_item (TyMentorLine *self)
{
  g_return_val_if_fail (TY_IS_MENTOR_LINE (self), NULL);

  return self->item;
}

/**
 * ty_mentor_line_pick:
 * @self: a row
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: which chip is there, or -1
 */
int
ty_mentor_line_pick (TyMentorLine *self,
                    double       x,
                    double       y)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));

  g_return_val_if_fail (TY_IS_MENTOR_LINE (self), -1);

  place_chips (self, gtk_widget_get_width (GTK_WIDGET (self)), places);
  for (guint i = 0; i < places->len; i++)
    if (gdk_rectangle_contains_point (&g_array_index (places, GdkRectangle, i), (int) x, (int) y))
      return (int) i;
  return -1;
}

/**
 * ty_mentor_line_get_chosen:
 * @self: a row
 *
 * Returns: which chip is chosen, or -1 for the mentor
 */
int
ty_mentor_line_get_chosen (TyMentorLine *self)
{
  g_return_val_if_fail (TY_IS_MENTOR_LINE (self), -1);

  return self->chosen;
}

/**
 * ty_mentor_line_set_chosen:
 * @self: a row
 * @chosen: which chip, or -1 for the mentor
 */
void
ty_mentor_line_set_chosen (TyMentorLine *self,
                          int          chosen)
{
  g_return_if_fail (TY_IS_MENTOR_LINE (self));

  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  tell_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
