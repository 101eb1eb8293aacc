/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-board-grid"

#include "config.h"

#include "ty-board-grid.h"

#define GAP 12          /* pixels, between cards */
#define UNIT 112        /* pixels: a row of the dashboard */
#define NATURAL_WIDTH 1080

/**
 * TyBoardGrid:
 *
 * Places cards by their width in columns and their height in rows. A row whose cards have no room for
 * what they show is broken into lines of equally many cards; a line is as high as its highest card.
 */
struct _TyBoardGrid
{
  GtkWidget parent_instance;
};

typedef struct
{
  guint width;
  guint height;
} Size;

/* Where a card stands. */
typedef struct
{
  GtkWidget *child;
  double x;
  int y;
  double width;
  int height;
} Place;

G_DEFINE_FINAL_TYPE (TyBoardGrid, ty_board_grid, GTK_TYPE_WIDGET)

static Size *
get_size (GtkWidget *child)
{
  return g_object_get_data (G_OBJECT (child), "ty-board-size");
}

static int
get_natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
choose_height (GtkWidget *child,
               double     width)
{
  int units = (int) get_size (child)->height;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, (int) width, NULL, &natural, NULL, NULL);
  return MAX (natural, units * UNIT + (units - 1) * GAP);
}

/* How many columns a line has in which these cards stand: that of a whole row, or just theirs, so that they fill it. */
static guint
count_columns (GPtrArray *cards,
               guint      first,
               guint      n,
               gboolean   filled)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += get_size (g_ptr_array_index (cards, first + i))->width;
  return filled ? sum : TY_BOARD_GRID_COLUMNS;
}

static double
get_width (GtkWidget *child,
           int        width,
           guint      n_columns)
{
  double column = (width - (n_columns - 1.0) * GAP) / n_columns;
  guint n = get_size (child)->width;

  return n * column + (n - 1.0) * GAP;
}

/* Whether all cards of a row have the room that they need, where they stand in so many lines. */
static gboolean
fits (GPtrArray *cards,
      guint      n_lines,
      int        width)
{
  guint in_line = (cards->len + n_lines - 1) / n_lines;

  for (guint i = 0; i < cards->len; i++)
    {
      guint first = i / in_line * in_line;
      guint n_columns = count_columns (cards, first, MIN (in_line, cards->len - first), n_lines > 1);

      if (get_width (g_ptr_array_index (cards, i), width, n_columns)
            < get_natural_width (g_ptr_array_index (cards, i)))
        return FALSE;
    }
  return TRUE;
}

static int
add_line (GArray    *places,
          GPtrArray *cards,
          guint      first,
          guint      n,
          int        width,
          gboolean   filled,
          int        y)
{
  guint n_columns = count_columns (cards, first, n, filled);
  double x = 0;
  int height = 0;

  for (guint i = 0; i < n; i++)
    {
      Place place = { .child = g_ptr_array_index (cards, first + i), .x = x, .y = y };

      place.width = MIN (get_width (place.child, width, n_columns), width);
      height = MAX (height, choose_height (place.child, place.width));
      x += place.width + GAP;
      g_array_append_val (places, place);
    }
  for (guint i = 0; i < n; i++)
    g_array_index (places, Place, places->len - n + i).height = height;
  return y + height + GAP;
}

/* As many lines as are needed, with equally many cards in each. */
static int
add_row (GArray    *places,
         GPtrArray *cards,
         int        width,
         int        y)
{
  guint n_lines = 1, in_line;

  while (n_lines < cards->len && !fits (cards, n_lines, width))
    n_lines++;
  in_line = (cards->len + n_lines - 1) / MAX (n_lines, 1);
  for (guint first = 0; first < cards->len; first += in_line)
    y = add_line (places, cards, first, MIN (in_line, cards->len - first), width, n_lines > 1, y);
  g_ptr_array_set_size (cards, 0);
  return y;
}

static GArray *
place_cards (TyBoardGrid *self,
             int          width,
             int         *height)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr(GPtrArray) row = g_ptr_array_new ();
  guint n_used = 0;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (n_used + get_size (child)->width > TY_BOARD_GRID_COLUMNS)
        {
          y = add_row (places, row, width, y);
          n_used = 0;
        }
      n_used += get_size (child)->width;
      g_ptr_array_add (row, child);
    }
  if (row->len > 0)
    y = add_row (places, row, width, y);
  *height = MAX (0, y - GAP);
  return places;
}

static GtkSizeRequestMode
ty_board_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ty_board_grid_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          int needed;

          gtk_widget_measure (child, orientation, -1, &needed, NULL, NULL, NULL);
          *minimum = MAX (*minimum, needed);
        }
      *natural = MAX (*minimum, NATURAL_WIDTH);
      return;
    }
  g_array_unref (place_cards (TY_BOARD_GRID (widget), for_size > 0 ? for_size : NATURAL_WIDTH, minimum));
  *natural = *minimum;
}

static void
ty_board_grid_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  int needed;
  g_autoptr(GArray) places = place_cards (TY_BOARD_GRID (widget), width, &needed);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      gtk_widget_size_allocate (place->child, &(GtkAllocation) { (int) place->x, place->y, (int) place->width,
                                                                 place->height }, -1);
    }
}

static void
ty_board_grid_dispose (GObject *object)
{
  ty_board_grid_clear (TY_BOARD_GRID (object));

  G_OBJECT_CLASS (ty_board_grid_parent_class)->dispose (object);
}

static void
ty_board_grid_class_init (TyBoardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_board_grid_dispose;
  widget_class->get_request_mode = ty_board_grid_get_request_mode;
  widget_class->measure = ty_board_grid_measure;
  widget_class->size_allocate = ty_board_grid_size_allocate;
}

static void
ty_board_grid_init (TyBoardGrid *self)
{
}

/**
 * ty_board_grid_new:
 *
 * Returns: (transfer floating): a place for cards
 */
GtkWidget *
ty_board_grid_new (void)
{
  return g_object_new (TY_TYPE_BOARD_GRID, NULL);
}

/**
 * ty_board_grid_append:
 * @self: a place for cards
 * @child: a card
 * @width: in columns
 * @height: in rows
 */
void
ty_board_grid_append (TyBoardGrid *self,
                      GtkWidget   *child,
                      guint        width,
                      guint        height)
{
  Size size = { CLAMP (width, 1, TY_BOARD_GRID_COLUMNS), MAX (height, 1) };

  g_return_if_fail (TY_IS_BOARD_GRID (self));

  g_object_set_data_full (G_OBJECT (child), "ty-board-size", g_memdup2 (&size, sizeof size), g_free);
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * ty_board_grid_clear:
 * @self: a place for cards
 *
 * Takes all cards away.
 */
void
ty_board_grid_clear (TyBoardGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/**
 * ty_board_grid_find:
 * @self: a place for cards
 * @x: a place in it, in pixels
 * @y: the same downwards
 *
 * Returns: the number of the card before which one stands that is dropped there
 */
guint
ty_board_grid_find (TyBoardGrid *self,
                    double       x,
                    double       y)
{
  int needed;
  g_autoptr(GArray) places = place_cards (self, gtk_widget_get_width (GTK_WIDGET (self)), &needed);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (y < place->y + place->height + GAP / 2 && x < place->x + place->width / 2)
        return i;
      /* Behind the last of a row. */
      if (y < place->y + place->height + GAP / 2
          && (i + 1 == places->len || g_array_index (places, Place, i + 1).y > place->y))
        return i + 1;
    }
  return places->len;
}
