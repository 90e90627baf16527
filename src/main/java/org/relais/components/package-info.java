/** Small parts that pages of every room are made of, and the mark of those that are open before the set-up. They know no words and no room. */
package org.relais.components;
