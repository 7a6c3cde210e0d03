#include "akn/xml/dom.hpp"

namespace lacuna::akn::xml {
namespace {

// The next node of the subtree of `root` in document order; null at the end. `blank`: an element that ends
// before it ends in blanks.
[[nodiscard]] Node next_in(Node root, Node node, bool below, bool& blank) {
    if (below && node.first_child()) return node.first_child();
    blank = blank || (below && node.blanks_last() != 0);
    for (; node && node != root; node = node.parent()) {
        if (auto const sibling = node.next_sibling()) return sibling;
        blank = blank || node.parent().blanks_last() != 0;
    }
    return {};
}

// An element of that local name. Names of the table are compared as rows of it.
class Named {
  public:
    explicit Named(std::string_view local) : local_(local), row_(element_index(local)) {}
    [[nodiscard]] bool is(Node node) const {
        return node.is_element() && node.table_row() == row_ && (row_ != 0 || node.local_name() == local_);
    }

  private:
    std::string_view local_;
    std::uint8_t row_;
};

}  // namespace

Node child(Node node, std::string_view local) {
    Named const wanted(local);
    for (auto const item : node.children())
        if (wanted.is(item)) return item;
    return {};
}

Node descendant(Node root, std::string_view local, int depth) {
    Named const wanted(local);
    int level = 0;
    for (auto node = root; node;) {
        if (node != root && wanted.is(node)) return node;
        if (level < depth && node.first_child()) {
            node = node.first_child();
            ++level;
            continue;
        }
        while (node && node != root && !node.next_sibling()) {
            node = node.parent();
            --level;
        }
        if (!node || node == root) break;
        node = node.next_sibling();
    }
    return {};
}

std::string text_of(Node root) {
    std::string out;
    bool blank = false;
    auto const add = [&](std::string_view text) {
        for (auto const c : text) {
            if (static_cast<unsigned char>(c) <= 0x20) {
                blank = true;
                continue;
            }
            if (blank && !out.empty()) out.push_back(' ');
            blank = false;
            out.push_back(c);
        }
    };
    for (auto node = root; node;) {
        auto const kind = node.is_element() ? node.known().kind : Kind::inline_;
        bool const read = kind != Kind::notes && kind != Kind::editorial;
        blank = blank || node.blanks_before() != 0 || is_block(kind) || kind == Kind::line_break;
        if (read) add(node.text());
        node = next_in(root, node, read, blank);
    }
    return out;
}

}  // namespace lacuna::akn::xml
